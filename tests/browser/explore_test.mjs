#!/usr/bin/env node
// Explore: the map fills while one watches, a lever of the tornado is one click away, the dashboard is held against the truth, and
// worlds of ignorance are switched on; all through the twins.

import assert from "node:assert/strict";
import { choose, close, compare, press, scenario, settled, testing, until, verdict } from "./support.mjs";

const status = (page, words) => page.getByRole("status").filter({ hasText: words }).first();
const open_explore = async (page) => {
  await page.keyboard.press("e");
  await page.getByRole("heading", { name: "Explore" }).waitFor();
};

await testing(async ({ check, open }) => {
  const page = await open("?scenario=01_billboard_or_dialogue", { size: [1366, 768] });

  await check("counting stops once the verdict is settled, and programs still get every world", async () => {
    const sentence = await settled(page);
    const result = await compare(page, 50);
    assert.equal(result.pairs, 50);
    return sentence;
  });

  await check("the map begins with nine points and grows to the whole grid", async () => {
    const begun = Date.now();
    await open_explore(page);
    await status(page, / points; /).waitFor({ timeout: 60_000 });
    const first = Date.now() - begun;
    await status(page, /^Complete:/).waitFor({ timeout: 240_000 });
    return `first ${(first / 1000).toFixed(1)} s, whole ${((Date.now() - begun) / 1000).toFixed(1)} s`;
  });

  await check("a point of the map becomes the scenario, and undo takes both levers back", async () => {
    const before = await scenario(page);
    for (const [name, at] of [[/^Across: /, 3], [/^Up: /, 13]]) await page.getByRole("slider", { name }).fill(String(at));
    await press(page, "Move both levers here");
    await until("levers have moved", async () => JSON.stringify(await scenario(page)) !== JSON.stringify(before));
    await press(page, "Close");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("u");
    await until("both are back", async () => JSON.stringify(await scenario(page)) === JSON.stringify(before));
  });

  await check("the tornado names the lever that matters most", async () => {
    await settled(page);
    await open_explore(page);
    await choose(page, "What matters most");
    const found = status(page, /matters most: moved/);
    await found.waitFor({ timeout: 120_000 });
    return await found.textContent();
  });

  await check("the dashboard's number stands beside the true one", async () => {
    await choose(page, "What a dashboard shows");
    const found = status(page, /engaged customers spend/);
    await found.waitFor({ timeout: 120_000 });
    return await found.textContent();
  });

  await check("worlds of ignorance say so wherever worlds are counted", async () => {
    await choose(page, "How sure");
    await choose(page, "Luck and assumptions");
    await until("the switch is taken over", async () => (await scenario(page)).run.ignorance === 0.5);
    await press(page, "Close");
    const sentence = await until("the sentence says so", async () => {
      const words = await settled(page);
      return /assumptions drawn anew/.test(words) && words;
    });
    return sentence;
  });
  await close(page);
});
