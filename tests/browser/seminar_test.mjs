#!/usr/bin/env node
// The seminar, by keyboard alone: the plan and its clicker, the speaker's notes in their window, team files and the arena.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { SITE, close, scenario, settled, shippedText, testing, until } from "./support.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: typeof name === "string" });
const dialog = (page, name) => page.getByRole("dialog", { name });

// As somebody without a mouse does it.  What a dialog covers is disabled until the picture after it closed.
async function enter(page, target) {
  await until("it can be pressed", async () => (await target.count()) === 1 && target.isEnabled());
  await target.focus();
  await page.keyboard.press("Enter");
}
async function panel(page, row) {
  await enter(page, button(page, "Menu"));
  await enter(page, button(page, row));
}
async function drop(page, files) {
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const [name, text] of list) transfer.items.add(new File([text], name, { type: "application/json" }));
    return transfer;
  }, files);
  for (const kind of ["dragenter", "dragover", "drop"]) await page.getByRole("main").dispatchEvent(kind, { dataTransfer });
}
const rows = (page) => page.getByRole("table", { name: "Arena" }).getByRole("row").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));

const few = async (page) => {  // worlds, so that results are soon complete
  assert.deepEqual(await page.evaluate(() => window.parley.set("run.pairs", 2)), []);
  await settled(page);
};

await testing(async ({ check, open }) => {
  let page = await open("", { size: [1366, 768] });
  await few(page);

  await check("? lists the keys, Esc closes the list, and the browser's own keys stay its own", async () => {
    await page.keyboard.press("?");
    const table = page.getByRole("table", { name: "Keys" });
    await table.waitFor({ state: "attached" });
    assert.match(await table.textContent(), /Page down/);
    await page.keyboard.press("Escape");
    await table.waitFor({ state: "detached" });
    const taken = await page.evaluate(() => ["Tab", "F5", "F11", "F12"].map((key) => [key, {}])
      .concat([["w", { ctrlKey: true }], ["Tab", { ctrlKey: true }], ["-", { ctrlKey: true }], ["+", { ctrlKey: true }], ["r", { metaKey: true }], ["ArrowLeft", { altKey: true }]])
      .filter(([key, how]) => !document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ...how, bubbles: true, cancelable: true }))).map(([key]) => key));
    assert.deepEqual(taken, []);
  });

  await check("without a session the clicker means nothing", async () => {
    const before = await scenario(page);
    await page.keyboard.press("PageDown");
    assert.deepEqual(await scenario(page), before);
  });

  await check("the checks before the start answer row by row", async () => {
    const began = Date.now();
    await panel(page, "Before you start");
    const group = dialog(page, "Before you start");
    await until("every check has answered", async () => !/looking/.test(await group.textContent()), 20_000);
    const text = await group.textContent();
    for (const word of ["Size of the picture", "Graphics card", "How smoothly it moves", "Keeping your work", "Without a network", "How fast it counts", "Clock", "Sound"]) assert(text.includes(word), word);
    assert.match(text, /1366 × 768/);
    await page.keyboard.press("Escape");
    return `${((Date.now() - began) / 1000).toFixed(1)} s`;
  });

  await check("a session starts, its clock runs by itself, and the clicker opens what is planned, step by step", async () => {
    await panel(page, "Session");
    await enter(page, button(page, "Start, 90 minutes"));
    const clock = dialog(page, "Session").getByRole("status");
    const first = await until("there is a clock", () => clock.textContent());
    assert.match(first, /^Arrival, (05:00|04:5\d) left/);
    await until("a second has passed", async () => (await clock.textContent()) !== first, 5000);
    await enter(page, button(page, "Next block"));
    await until("the second block is on", async () => /^Frame, /.test(await clock.textContent()));
    assert.equal((await scenario(page)).id, "01_billboard_or_dialogue");
    await page.keyboard.press("PageDown");
    await until("scenario 00 is open", async () => (await scenario(page)).id === "00_null_twins");
    await dialog(page, "Session").waitFor({ state: "detached" });
    await few(page);
  });

  await check("the notes open in a window of their own, follow the page and pass the clicker on", async () => {
    await panel(page, "Session");
    const [notes] = await Promise.all([page.waitForEvent("popup"), enter(page, button(page, "Speaker notes"))]);
    await notes.waitForLoadState();
    await notes.getByRole("heading", { name: "Frame" }).waitFor();
    assert.match(await notes.locator("#left").textContent(), /^0\d:\d\d$/);
    assert.match(await notes.locator("#verdict").textContent(), /in this model|No difference|same/i);
    assert.match(await notes.locator("#note").textContent(), /Name lines/);
    const next = await notes.locator("#next").textContent();
    await notes.bringToFront();
    await notes.keyboard.press("PageDown");
    await until("the next step stands there", async () => (await notes.locator("#next").textContent()) !== next);
    await notes.getByRole("button", { name: "Pause" }).click();
    await notes.getByRole("button", { name: "Go on" }).waitFor();
    const left = await notes.locator("#left").textContent();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(await notes.locator("#left").textContent(), left);
    await notes.getByRole("button", { name: "Go on" }).click();
    await page.reload();
    await page.evaluate(() => window.parley.ready);
    await until("the session is there again, paused", async () => (await page.getByRole("button", { name: /^Session: .*left$/ }).count()) === 1);
    await until("the notes have found the page again", async () => (await notes.locator("#verdict").textContent()).length > 0);
    await notes.close();
  });
  await close(page);

  await check("a window that the browser keeps shut is said so, with a way to open it", async () => {
    page = await open("", { before: () => { window.open = () => null; } });
    await panel(page, "Session");
    await enter(page, button(page, "45 minutes"));
    await enter(page, button(page, "Speaker notes"));
    const alert = page.getByRole("alert").filter({ hasText: "pop-ups" });
    await alert.waitFor();
    assert.equal(await alert.getByRole("button").textContent(), "open the notes");
    await close(page);
  });

  await check("in the one file the notes open too", async () => {
    page = await open(pathToFileURL(join(SITE, "parley-offline.html")).href);
    await panel(page, "Session");
    await enter(page, button(page, "Start, 90 minutes"));
    const [notes] = await Promise.all([page.waitForEvent("popup"), enter(page, button(page, "Speaker notes"))]);
    await notes.getByRole("heading", { name: "Arrival" }).waitFor();
    await notes.getByRole("button", { name: /^Next:/ }).click();
    await close(page);
  });

  await check("the debrief asks three questions with numbers of this run; one key opens the chart", async () => {
    page = await open("");
    await few(page);
    await panel(page, "Questions about this run");
    const group = dialog(page, "Questions about this run");
    const questions = await until("there are questions", async () => {
      const found = await group.getByText(/\?$/).allTextContents();
      return found.length >= 3 && found;
    });
    assert(questions.length >= 3, questions.join("\n"));
    assert(questions.slice(0, 3).every((text) => /\d/.test(text)), questions.join("\n"));
    await enter(page, group.getByRole("button", { name: /^Show: / }).first());
    await group.waitFor({ state: "detached" });
    return questions[0];
  });

  // Three teams, each on a page of its own; here one page plays all three.
  const files = [];
  await check("teams save their strategy with a forecast", async () => {
    await page.evaluate((text) => window.parley.load(text), shippedText("06_patience"));
    await page.evaluate(() => window.parley.set("run.pairs", 3));
    for (const [team, converse, gap] of [["Blue", 25, 0.05], ["Red", 60, 0.2], ["Green", 0, -0.01]]) {
      await page.evaluate((value) => window.parley.set("arms.1.strategy.converse", value), converse);
      await panel(page, "Team file");
      await page.getByRole("textbox", { name: "Name of the team" }).fill(team);
      await page.getByRole("slider", { name: /^By the target date/ }).fill(String(gap));
      const [download] = await Promise.all([page.waitForEvent("download"), enter(page, button(page, "Save team file"))]);
      assert.equal(download.suggestedFilename(), `team_${team.toLowerCase()}.json`);
      const { readFileSync } = await import("node:fs");
      files.push([download.suggestedFilename(), readFileSync(await download.path(), "utf8")]);
      await page.keyboard.press("Escape");
    }
    assert.equal(JSON.parse(files[1][1]).strategy.converse, 60);
  });

  await check("dropped together they are taken, others are refused by name, and nothing shows before the reveal", async () => {
    const wrong = files[0][1].replace("06_patience", "05_smiling_side_project").replace("Blue", "Lost");
    await drop(page, [...files, files[0], ["lost.json", wrong], ["broken.json", files[2][1].slice(0, 120)]]);
    await until("the table is there", async () => (await rows(page)).length === 4);
    const refused = await dialog(page, "Arena").textContent();
    assert.match(refused, /Blue is in already/);
    assert.match(refused, /05_smiling_side_project/);
    assert.match(refused, /broken\.json: this file cannot be read/);
    for (const row of (await rows(page)).slice(1)) assert.doesNotMatch(row.join(" "), /%|€|week/);
    await until("all worlds are lived", () => button(page, "Reveal").isEnabled(), 120_000);
    assert.doesNotMatch((await rows(page)).slice(1).join(" "), /%|€/);
  });

  await check("the reveal begins with the widest miss and ranks by the target", async () => {
    await enter(page, button(page, "Reveal"));
    await until("the table is open", async () => /%/.test((await rows(page))[1].join(" ")));
    assert.match(await dialog(page, "Arena").textContent(), /Begin with the widest miss.*Red forecast \+20\.0/);
    const table = await rows(page);
    assert.equal(table.length, 4);
    await enter(page, button(page, "Put Red on screen"));
    await until("Red's strategy is on the page", async () => (await scenario(page)).arms[1].strategy.converse === 60);
    return table.slice(1).map((row) => row.slice(0, 2).join(" ")).join(", ");
  });

  await check("role briefs leave as a page to print", async () => {
    await panel(page, "Role briefs");
    const [download] = await Promise.all([page.waitForEvent("download"), enter(page, button(page, "Save all five to print"))]);
    assert.match(download.suggestedFilename(), /^06_patience\.briefs\.html$/);
  });
  await close(page);
});
