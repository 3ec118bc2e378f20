#!/usr/bin/env node
// Pictures of the whole page at the sizes it is made for, in build/screens/, and what every one of them must hold to.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, close, exported, menu, picture, settled, slider, testing } from "./support.mjs";

const SCREENS = join(ROOT, "build/screens");
const VIEWS = [
  { name: "1920x1080", size: [1920, 1080] },
  { name: "1366x768", size: [1366, 768] },
  { name: "1366x768@2", size: [1366, 768], ratio: 2 },
  { name: "1180x820", size: [1180, 820] },
  { name: "820x1180", size: [820, 1180] },
  { name: "1366x768-twins", size: [1366, 768], id: "00_null_twins" },
  { name: "1366x768-megaphone", size: [1366, 768], id: "02_leaders_megaphone" },
];
// What opens over the page: its button, or its row of the menu, and its group.
const PANELS = [
  ["the list of scenarios", /^Scenario: /, "Scenarios"], ["the menu", /^Menu$/, "Menu"], ["the export menu", "Export", "Export"],
  ["the limits of the model", "What this model cannot tell you", "What this model cannot tell you"], ["about", "About", /^Parley \d/],
  ["the debrief", "Questions about this run", "Questions about this run"], ["the plan", "Session", "Session"], ["the checks", "Before you start", "Before you start"],
  ["the editor", "Scenario editor", "Scenario editor"], ["ask why", /^Ask why$/, "One customer, two lives"], ["the forecast", /^Forecast and reveal/, "Predict"],
];

// Every twin inside: what it is, what it is called, and where it stands.
async function twins(inside) {
  const found = [];
  for (const role of ["button", "option", "slider", "checkbox", "status", "heading", "img", "table", "paragraph"])
    found.push(...await inside.getByRole(role).evaluateAll((all, kind) => all.map((twin) => {
      const { x, y, width, height } = (twin.closest("[data-id]") ?? twin).getBoundingClientRect();  // a table is clipped by its twin
      return { role: kind, name: (twin.getAttribute("aria-label") ?? twin.textContent).slice(0, 60), box: { x, y, width, height } };
    }), role));
  return found;
}

const told = ({ role, name, box }) => `${role} "${name}" at ${[box.x, box.y, box.width, box.height].map(Math.round).join(" ")}`;
const outside = ({ box }, [w, h]) => box.x < -1 || box.y < -1 || box.x + box.width > w + 1 || box.y + box.height > h + 1;
function overlapping(a, b) {
  const w = Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x);
  const h = Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y);
  return w > 1 && h > 1;
}

await testing(async ({ check, open }) => {
  mkdirSync(SCREENS, { recursive: true });
  for (const { name, size, ratio = 1, id = "01_billboard_or_dialogue" } of VIEWS) {
    const page = await open(`?scenario=${id}`, { size, ratio });
    let all = [];
    await check(`${name}: there is a picture, sharp and not blank`, async () => {
      await settled(page);
      await slider(page, "Day").fill("252");
      await page.getByRole("img", { name: /, day 252:/ }).first().waitFor();
      const canvas = (await exported(page, "Picture")).bytes;  // the canvas alone
      await page.mouse.move(0, 0);  // the pointer stood on the menu: what is under it now would explain itself
      const drawn = await picture(page, canvas);
      assert.deepEqual([drawn.width, drawn.height], size.map((side) => side * ratio));
      assert(drawn.colours > 200, `${drawn.colours} colours`);
      await page.waitForTimeout(300);
      writeFileSync(join(SCREENS, name + ".png"), await page.screenshot());
      return `build/screens/${name}.png, ${drawn.colours} colours`;
    });
    await check(`${name}: every widget is inside the window, and the page does not scroll`, async () => {
      all = await twins(page.getByRole("main"));
      assert(all.length > 40, `${all.length} widgets`);
      assert.deepEqual(all.filter((twin) => outside(twin, size)).map(told), []);
      const [w, h] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
      assert(w <= size[0] && h <= size[1]);
      return `${all.length} widgets`;
    });
    await check(`${name}: no button stands on another, and none is too small to hit`, async () => {
      const buttons = all.filter((twin) => ["button", "option", "checkbox"].includes(twin.role));
      const wrong = [];
      for (const [i, a] of buttons.entries()) {
        for (const b of buttons.slice(i + 1)) if (overlapping(a, b)) wrong.push(`${told(a)} and ${told(b)}`);
        if (Math.min(a.box.width, a.box.height) < 24) wrong.push(`${told(a)} is too small`);
      }
      assert(buttons.length >= 10);
      assert.deepEqual(wrong, []);
      return `${buttons.length} buttons`;
    });
    await close(page);
  }

  for (const size of [[1366, 768], [820, 1180]]) {
    const page = await open("", { size });
    for (const [what, name, group] of PANELS)
      await check(`${size.join("x")}: ${what} opens inside the window, and Esc closes it`, async () => {
        const panel = page.getByRole("dialog", { name: group });
        if (typeof name === "string") await menu(page, name);
        else await page.getByRole("button", { name }).click();
        await panel.getByRole("heading", { name: group }).waitFor();
        await page.waitForTimeout(300);
        writeFileSync(join(SCREENS, `${size.join("x")}-${what.replaceAll(" ", "-")}.png`), await page.screenshot());
        const all = await twins(panel);
        assert(all.length > 1);
        assert.deepEqual(all.filter((twin) => outside(twin, size)).map(told), []);
        await page.keyboard.press("Escape");
        await panel.waitFor({ state: "detached" });
      });
    await close(page);
  }
});
