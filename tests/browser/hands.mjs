// Hands: a person at a keyboard.  Walks with Tab, presses, types, and counts every key; never touches the page in another way.
//
//   const hands = new Hands(page);
//   await hands.choose("Ask why");                      // Tab until it has the focus, then Enter
//   await hands.write("Name of the team", "Blue");
//   await hands.move(/^Day$/, "ArrowRight", 7);

import assert from "node:assert/strict";
import { until } from "./support.mjs";

const FARTHEST = 250;  // controls between here and there before nobody would go on

export class Hands {
  keys = 0;
  typed = 0;   // of these, letters of texts
  constructor(page) { this.page = page; }

  async press(key, times = 1) {
    for (let n = 0; n < times; ++n) {
      ++this.keys;
      await this.page.keyboard.press(key);
    }
  }

  async type(words) {
    this.keys += words.length;
    this.typed += words.length;
    await this.page.keyboard.type(words);
  }

  // The control that has the focus.
  here() {
    return this.page.evaluate(() => {
      const at = document.activeElement;
      const name = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
      return { name: (at === document.body ? "" : name).trim(), tag: at.tagName, inside: at.closest("[role=dialog], dialog")?.getAttribute("aria-label") ?? "" };
    });
  }

  // Tab, or Shift+Tab where that is shorter, until the control of that name has focus.
  async reach(name, back = false) {
    for (let steps = 0; steps < FARTHEST; ++steps) {
      const at = await this.here();
      if (typeof name === "string" ? at.name === name : name.test(at.name)) return at.name;
      await this.press(back ? "Shift+Tab" : "Tab");
    }
    assert.fail(`no control ${name} is reached by Tab; last was ${JSON.stringify(await this.here())}`);
  }

  async choose(name, back) {
    const found = await this.reach(name, back);
    await this.press("Enter");
    return found;
  }

  // Walks to a slider and presses a key on it a number of times.
  async move(name, key, times = 1, back = false) {
    await this.reach(name, back);
    await this.press(key, times);
  }

  // Replaces what stands in a field and takes it over.
  async write(name, words, back) {
    await this.reach(name, back);
    await this.press("Control+a");
    await this.type(words);
    await this.press(await this.page.evaluate(() => document.activeElement.tagName) === "TEXTAREA" ? "Control+Enter" : "Enter");
  }

  // A row of the menu.
  async menu(row) {
    await this.choose("Menu", true);
    await this.page.getByRole("button", { name: row, exact: typeof row === "string" }).waitFor({ state: "attached" });
    await this.choose(row);
  }

  // A dialog is there, and has the focus.
  async inside(name) {
    await until(`${name} has the keyboard`, async () => (await this.here()).inside === name);
  }
  // Esc leaves a field first, then closes the dialog.
  async away(name) {
    if (/INPUT|TEXTAREA/.test((await this.here()).tag)) await this.press("Escape");
    await this.press("Escape");
    await this.page.getByRole("dialog", { name }).waitFor({ state: "detached" });
  }
}
