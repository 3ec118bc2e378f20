#!/usr/bin/env node
// A forecast by keyboard alone: results are covered on every path until the reveal, then forecast and result meet.

import assert from "node:assert/strict";
import { close, compare, press, settled, slider, testing, until, verdict } from "./support.mjs";

// Everything the page says in words, to people and to programs.
const said = (page) => page.evaluate(() => [document.title, location.href, document.getElementById("live").textContent,
  ...[...document.querySelectorAll("#mirror *")].flatMap((twin) =>
    [twin.getAttribute("aria-label"), twin.getAttribute("aria-valuetext"), twin.getAttribute("title"), twin.children.length ? "" : twin.textContent, twin.value])].join("\n"));

await testing(async ({ check, open }) => {
  const page = await open("?scenario=01_billboard_or_dialogue", { before: () => { window.results = 0; } });
  await page.evaluate(() => window.parley.on("result", () => { ++window.results; }));
  const sentence = await settled(page);
  const known = await compare(page, 6);
  // Numbers that nobody may see before the reveal: means of both arms as the page prints them, the gap, the count of worlds.
  const telling = [...sentence.matchAll(/\d+(?:\.\d+)?\s?%|\d+ of \d+ worlds/g)].map(([words]) => words);
  const race = await page.getByRole("img", { name: /Sales per week, mean of/ }).getAttribute("aria-label");
  telling.push(...[...race.matchAll(/€\s?[\d,.]+/g)].map(([words]) => words));
  let waiting;

  await check("P opens the card and covers the page", async () => {
    assert(telling.length >= 3, telling.join(" "));
    waiting = page.evaluate(() => window.parley.compare({ pairs: 40, seed: 5 }).then(() => "answered", (error) => error.name));
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("p");
    await page.getByRole("dialog", { name: "Predict" }).getByRole("heading", { name: "Predict" }).waitFor();
    await until("the sentence is covered", async () => /Your forecast first/.test(await verdict(page).textContent()));
    return telling.join(", ");
  });

  await check("a comparison asked for before is refused as Masked, like every one after", async () => {
    assert.equal(await waiting, "Masked");
    assert.equal(await page.evaluate(() => window.parley.compare({ pairs: 2 }).then(() => "answered", (error) => error.name)), "Masked");
  });

  await check("the forecast is made and locked in by keyboard alone", async () => {
    const dialog = page.getByRole("dialog", { name: "Predict" });
    await dialog.getByRole("option", { name: "Conversation", exact: true }).focus();
    await page.keyboard.press("Enter");
    await dialog.getByRole("slider", { name: /ahead in week 52/ }).focus();
    for (let n = 0; n < 14; ++n) await page.keyboard.press("ArrowRight");
    await dialog.getByRole("slider", { name: "How sure?" }).focus();
    await page.keyboard.press("ArrowRight");
    await until("the line ends at +14 %", async () => /14/.test(await dialog.getByRole("slider", { name: /ahead in week 52/ }).getAttribute("aria-valuetext")));
    await dialog.getByRole("button", { name: "Lock in and run" }).focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await until("it is locked", async () => /locked in/.test(await verdict(page).textContent()));
  });

  await check("while it is covered no word of the page tells a result, whatever is opened", async () => {
    const results = await page.evaluate(() => window.results);
    for (const row of [null, "Export", "Questions about this run", "Session", "Arena", "What this model cannot tell you", "Keys"]) {
      if (row) {
        await press(page, "Menu");
        await press(page, row);
        await page.waitForTimeout(400);
      }
      const words = await said(page);
      for (const number of telling) assert(!words.includes(number), `${number} after ${row ?? "the page"}`);
      if (row === "Export")
        for (const name of ["Results as a table", "Day by day", "Results for programs"])
          assert(await page.getByRole("button", { name, exact: true }).isDisabled(), name);
      if (row) await page.keyboard.press("Escape");
      await page.waitForTimeout(150);
    }
    await page.evaluate(() => window.parley.set("run.pairs", 20));
    await page.waitForTimeout(3000);
    assert.equal(await page.evaluate(() => window.results), results, "a listener heard of a result");
    assert(await page.getByRole("button", { name: "Ask why" }).isDisabled());
    await page.evaluate(() => window.parley.set("run.pairs", 50));
  });

  await check("V reveals within 2.5 s what was said and what came", async () => {
    await page.evaluate(() => document.activeElement.blur());
    const begun = Date.now();
    await page.keyboard.press("v");
    const outcome = page.getByRole("dialog", { name: "Predict" }).getByRole("status");
    await until("the outcome stands on the card", async () => /You said Conversation, 75/.test(await outcome.textContent()), 60_000);
    const words = await outcome.textContent();
    assert.match(words, /In this model/);
    await page.waitForTimeout(Math.max(0, 2500 - (Date.now() - begun)));
    await page.screenshot({ path: "build/screens/forecast-revealed.png" });
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Predict" }).waitFor({ state: "detached" });  // what lies behind a card takes no keys
    await until("the score is known", async () => (await settled(page)) === sentence);
    const again = await compare(page, 6);
    assert.equal(again.digest, known.digest);
    return words;
  });

  await check("undo and redo walk back and forth among decisions by keyboard", async () => {
    const lever = slider(page, "Conversation: Talk");
    const talk = () => page.evaluate(() => window.parley.scenario().arms[1].strategy.talk);
    const was = await talk();
    await lever.focus();
    await page.keyboard.press("ArrowLeft");
    await until("the lever moved", async () => await talk() === was - 1);
    await page.keyboard.press("u");
    await until("it is back", async () => await talk() === was && Number(await lever.inputValue()) === was);
    await page.keyboard.press("Shift+U");
    await until("it is done again", async () => await talk() === was - 1);
  });
  await close(page);
});
