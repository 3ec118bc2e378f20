#!/usr/bin/env node
// The first minute, played with Tab and arrows and nothing else.

import assert from "node:assert/strict";
import { Hands } from "./hands.mjs";
import { close, settled, testing, until, verdict } from "./support.mjs";

const sentence = (page) => verdict(page).textContent();
const day = async (page) => Number(await page.getByRole("slider", { name: "Day", exact: true }).inputValue());
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1) + " s";

await testing(async ({ check, open }) => {
  // --- The first minute (product's own timetable: 2, 10, 25, 45, 60 s) -----------------------------------------------------------
  const begun = Date.now();
  const page = await open("", { ready: false, before: () => addEventListener("DOMContentLoaded", () => { window.first = document.getElementById("loading").innerText; }) });
  const hands = new Hands(page);

  await check("before the program is there the page says what it is", async () => {
    assert.match(await page.evaluate(() => window.first), /Same customers/);
    await page.evaluate(() => window.parley.ready);
    return seconds(begun);
  });
  await check("nobody presses anything, and the towns live while the sentence settles", async () => {
    const said = new Set(), from = await day(page);
    await until("worlds are counted", async () => {
      said.add(await sentence(page));
      return [...said].some((words) => /after \d+ of \d+ worlds/.test(words));
    });
    await until("days have passed", async () => await day(page) > from);
    const last = await settled(page);
    assert.match(last, /ahead by .* in this model/);
    return `${seconds(begun)}: ${last}`;
  });
  await check("the change of the lead is marked, early for one, late for the other", async () => {
    const race = page.getByRole("img", { name: /^Sales per week, mean of/ });
    assert.match(await race.getAttribute("aria-label"), /takes the lead in week \d+/);
  });
  await check("a lever offers itself, and with it broadcast wins", async () => {
    await page.getByText("Make Broadcast win: try this lever").waitFor({ state: "attached", timeout: 60_000 });
    await hands.move("Broadcast: Promotional share", "ArrowLeft", 65);
    await until("the sentence turns", async () => /^Broadcast is ahead/.test(await sentence(page)), 60_000);
    return settled(page);
  });
  await close(page);
});
