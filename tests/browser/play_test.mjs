#!/usr/bin/env node
// The first minute, the first ten minutes and a whole seminar, played from the opening to the file taken home: with Tab, Enter,
// arrows, letters and the clicker's two keys, and nothing else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Hands } from "./hands.mjs";
import { close, compare, scenario, settled, testing, until, verdict } from "./support.mjs";

const sentence = (page) => verdict(page).textContent();
const day = async (page) => Number(await page.getByRole("slider", { name: "Day", exact: true }).inputValue());
const dialog = (page, name) => page.getByRole("dialog", { name });
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1) + " s";

// The forecast card, from the key that opens it to the lock: somebody's call, a line at the quarters, how sure.
async function forecast(page, hands, call, key = "p") {
  await hands.press(key);
  await hands.inside("Predict");
  await until("results are covered", async () => /Your forecast first/.test(await sentence(page)));
  await hands.choose(call);
  await hands.move(/ ahead in week \d+, per cent$/, "ArrowRight", 4);
  await hands.move("How sure?", "ArrowRight");
  await until("it can be locked in", () => dialog(page, "Predict").getByRole("button", { name: "Lock in and run" }).isEnabled());
  await hands.choose("Lock in and run");
  await dialog(page, "Predict").waitFor({ state: "detached" });
  await until("it is locked in", async () => /locked in/.test(await sentence(page)));
}
async function reveal(page, hands, key = "v") {
  await hands.press(key);
  const outcome = dialog(page, "Predict").getByRole("status");
  await until("the forecast is judged", async () => /: right|It came to/.test(await outcome.textContent()), 90_000);
  const words = await outcome.textContent();
  await hands.away("Predict");
  return words;
}

await testing(async ({ check, open }) => {
  // --- The first minute (product's own timetable: 2, 10, 25, 45, 60 s) -----------------------------------------------------------
  let begun = Date.now();
  let page = await open("", { ready: false, before: () => addEventListener("DOMContentLoaded", () => { window.first = document.getElementById("loading").innerText; }) });
  let hands = new Hands(page);

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
  await check("then the next question offers itself, with its forecast card", async () => {
    await page.getByRole("button", { name: "Next question: predict first?" }).waitFor({ state: "attached", timeout: 60_000 });
    await hands.choose("Next question: predict first?", true);
    await hands.inside("Predict");
    assert.equal((await scenario(page)).id, "02_leaders_megaphone");
    assert.match(await sentence(page), /Your forecast first/);
    return `${seconds(begun)}, ${hands.keys} keys`;
  });
  await close(page);

  // --- The first ten minutes, alone ------------------------------------------------------------------------------------------------
  begun = Date.now();
  page = await open("?scenario=01_billboard_or_dialogue");
  hands = new Hands(page);

  await check("the map says on whose ground one stands", async () => {
    await settled(page);
    await hands.press("e");
    await hands.inside("Explore");
    const found = page.getByRole("img", { name: /In this model .* wins on/ });
    await found.waitFor({ state: "attached", timeout: 120_000 });
    const words = await found.getAttribute("aria-label");
    await hands.away("Explore");
    return words;
  });
  await check("one customer is followed through both lives, and lives again without one message", async () => {
    await hands.press("End");
    await until("the year is over", async () => await day(page) === 364);
    await hands.choose("Ask why");
    await hands.inside("One customer, two lives");
    await page.getByRole("heading", { name: /^Customer \d+: / }).waitFor({ state: "attached" });
    await hands.choose("Messages");
    await page.getByRole("button", { name: /, week \d+: / }).first().waitFor({ state: "attached" });
    await hands.choose(/^\w+, week \d+: /);
    await page.getByRole("button", { name: "Without this message" }).waitFor({ state: "attached" });
    await hands.choose("Without this message");
    const answer = page.getByRole("status").filter({ hasText: /^Without it/ });
    await answer.waitFor({ state: "attached" });
    const words = await answer.textContent();
    await hands.away("One customer, two lives");
    return words;
  });
  await check("the last metre: predicted, revealed, and the broken domino is named", async () => {
    await hands.choose(/^Scenario: /, true);
    await hands.inside("Scenarios");
    await hands.choose(/^09 /);
    await until("it is open", async () => (await scenario(page)).id === "09_last_metre");
    await dialog(page, "Scenarios").waitFor({ state: "detached" });
    await settled(page);
    await forecast(page, hands, "Conversation");
    const words = await reveal(page, hands);
    await settled(page);
    await hands.press("Home");
    await hands.press("ArrowRight");
    await hands.press("Shift+ArrowRight", 26);
    await hands.choose("Noise to money");
    const dominoes = page.getByRole("group", { name: "Reasons" }).getByRole("img", { name: /^From noise to money: / });
    await dominoes.waitFor({ state: "attached" });
    const broken = await until("a link is broken", async () => (await dominoes.getAttribute("aria-label")).match(/\w+: the weakest link is from \w+ to \w+, [^.]*/)?.[0]);
    return `${words} ${broken}`;
  });
  await check("patience: with the date moved from week 13 to week 52 the other one wins", async () => {
    await hands.choose(/^Scenario: /, true);
    await hands.inside("Scenarios");
    await hands.choose(/^06 /);
    await until("it is open", async () => (await scenario(page)).id === "06_patience");
    await until("its verdict stands", async () => /^Broadcast is ahead/.test(await sentence(page)), 60_000);
    const before = await settled(page);
    await hands.choose(/^Scenario: /, true);
    await hands.inside("Scenarios");
    await hands.choose("Change it, or make your own …");
    await hands.inside("Scenario editor");
    await hands.choose("Target and questions", true);
    await page.getByRole("textbox", { name: "By the end of week" }).waitFor({ state: "attached" });
    await hands.write("By the end of week", "52");
    await until("the date has moved", async () => (await scenario(page)).target.by_day === 364);
    await hands.away("Scenario editor");
    await until("the verdict has turned", async () => /^Conversation is ahead/.test(await sentence(page)), 60_000);
    const after = await settled(page);
    return `${before} / ${after}`;
  });
  await check("it is saved as a file, and its link opens elsewhere with the same digest", async () => {
    await hands.menu("Export");
    const [download] = await Promise.all([page.waitForEvent("download"), hands.choose("Scenario")]);
    assert.deepEqual(JSON.parse(readFileSync(await download.path(), "utf8")), await scenario(page));
    await until("the menu has closed", async () => (await hands.here()).inside === "");
    await hands.menu(/^Share/);
    await dialog(page, "Share what is on screen").waitFor();
    await hands.reach("Link");
    const link = await page.evaluate(() => document.activeElement.value);
    await hands.away("Share what is on screen");
    const phone = await open(link, { size: [390, 844] });
    const [here, there] = [await compare(page, 4), await compare(phone, 4)];
    await close(phone);
    assert.equal(there.digest, here.digest);
    return `${seconds(begun)}, ${hands.keys} keys`;
  });
  await close(page);

  // --- A seminar: 90 minutes in few, with the clicker ---------------------------------------------------------------------------------
  begun = Date.now();
  page = await open("?scenario=01_billboard_or_dialogue");
  hands = new Hands(page);
  const block = async (name) => until(`the block ${name} is on`, async () =>
    (await page.getByRole("button", { name: new RegExp(`^Session: ${name}, .* left`) }).count()) > 0);
  const click = () => hands.press("PageDown");

  await check("arrival: the plan starts, the checks run, the code is on screen", async () => {
    await hands.menu("Session");
    await hands.inside("Session");
    await hands.choose("Start, 90 minutes");
    await page.getByRole("dialog").getByRole("button", { name: "Pause", exact: true }).waitFor({ state: "attached" });
    await hands.away("Session");
    await block("Arrival");
    await click();
    await hands.inside("Before you start");
    await until("every check has answered", async () => !/looking/.test(await dialog(page, "Before you start").textContent()), 30_000);
    await hands.away("Before you start");
    await click();
    await dialog(page, "Share what is on screen").waitFor();
    assert.equal(await dialog(page, "Share what is on screen").locator("svg").count(), 1);
    await hands.away("Share what is on screen");
  });
  await check("frame: identical twins, a gap of nothing, and what the model cannot tell", async () => {
    await click();
    await block("Frame");
    await click();
    await until("the twins are open", async () => (await scenario(page)).id === "00_null_twins");
    await until("no gap is left", async () => /^No difference at all/.test(await sentence(page)), 60_000);
    await click();
    await click();
    await hands.inside("What this model cannot tell you");
    await hands.away("What this model cannot tell you");
  });
  for (const [round, id, call] of [["Round 1", "01_billboard_or_dialogue", "Conversation"], ["Round 2", "02_leaders_megaphone", "Broadcast"]])
    await check(`${round}: forecast, covered run, reveal`, async () => {
      await click();
      await block(round);
      await click();
      await until(`${id} is open`, async () => (await scenario(page)).id === id);
      await until("it is covered", async () => /^Your forecast first/.test(await sentence(page)));   // nobody has read the result
      await forecast(page, hands, call, "PageDown");
      const words = await reveal(page, hands, "PageDown");
      await click();
      if (round === "Round 1") await click();   // the dots, then the split
      return words;
    });
  const files = [];
  await check("team work: the task, the briefs, and one file for each team", async () => {
    if ((await hands.here()).inside) await hands.press("Escape");  // the map of round 2
    await click();
    await block("Team work");
    await click();
    await until("the task is open", async () => (await scenario(page)).id === "06_patience");
    await click();
    await hands.inside("Role briefs");
    await hands.away("Role briefs");
    for (const [team, right] of [["Blue", 3], ["Red", 20]]) {
      await hands.menu("Team file");
      await hands.inside("Team file");
      await hands.write("Name of the team", team);
      await hands.move(/^By the target date/, "ArrowRight", right);
      await until("the file can be saved", () => page.getByRole("button", { name: "Save team file" }).isEnabled());
      const [download] = await Promise.all([page.waitForEvent("download"), hands.choose("Save team file")]);
      files.push(await download.path());
      await hands.away("Team file");
      const talk = (await scenario(page)).arms[1].strategy.talk;
      await hands.move("Conversation: Talk", "ArrowRight", 5);   // the next team has its own mind
      await until("the lever has moved", async () => (await scenario(page)).arms[1].strategy.talk === talk + 5);
    }
    await forecast(page, hands, "Broadcast", "PageDown");
  });
  await check("arena: files are handed in, covered, revealed, the widest miss first", async () => {
    await click();
    await block("Arena");
    await reveal(page, hands, "PageDown");   // the scenario as it stands, then what the teams made of it
    await click();
    await hands.inside("Arena");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), hands.choose("Choose team files")]);
    await chooser.setFiles(files);
    const rows = () => page.getByRole("table", { name: "Arena" }).getByRole("row").allTextContents();
    await until("both teams are in", async () => (await rows()).length === 3);
    assert.doesNotMatch((await rows()).slice(1).join(), /%|€/);
    await until("all worlds are lived", () => page.getByRole("button", { name: "Reveal", exact: true }).isEnabled(), 180_000);
    await hands.choose("Reveal");
    await until("the table is open", async () => /%/.test((await rows())[1]));
    const words = await dialog(page, "Arena").textContent();
    assert.match(words, /Begin with the widest miss/);
    await hands.away("Arena");
  });
  const answers = ["We had expected more.", "Talk ran ahead of the shelf.", "Answer within the hour."];
  await check("debrief: questions with this run's numbers, a customer, the dominoes, and the page is filled", async () => {
    await click();
    await block("Debrief");
    await settled(page);
    await click();
    await hands.inside("Questions about this run");
    const questions = await until("there are questions", async () => {
      const found = await dialog(page, "Questions about this run").getByText(/\?$/).allTextContents();
      return found.length >= 3 && found;
    });
    assert(questions.slice(0, 3).every((text) => /\d/.test(text)), questions.join("\n"));
    await hands.away("Questions about this run");
    await click();
    await hands.inside("One customer, two lives");
    await hands.away("One customer, two lives");
    await click();
    await click();
    await hands.inside("The page you take home");
    await page.getByRole("button", { name: "Download the page" }).waitFor({ state: "attached", timeout: 120_000 });
    const fields = await dialog(page, "The page you take home").getByRole("textbox").evaluateAll((all) => all.map((field) => field.getAttribute("aria-label")));
    assert.equal(fields.length, 6, fields.join("\n"));
    const lines = [...answers, "One reply desk for all brands", "Head of service", "1 March"];
    for (const [n, name] of fields.entries()) await hands.write(name, lines[n]);
    return questions[0];
  });
  await check("the file taken home holds verdict, answers, engine and digest", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), hands.choose("Download the page")]);
    assert.equal(download.suggestedFilename(), "06_patience.html");
    const html = readFileSync(await download.path(), "utf8");
    const verdict_now = (await sentence(page)).split(".")[0];
    const text = html.replace(/<[^>]*>/g, " ").replace(/&amp;/g, "&").replace(/\s+/g, " ");
    for (const words of [...answers, "One reply desk for all brands", "Head of service", "1 March", verdict_now])
      assert(text.includes(words), `${words} is missing`);
    assert.match(text, /[0-9a-f]{16}/);
    assert.match(text, new RegExp(`engine ${await page.evaluate(() => window.parley.version)}`));
    return `${seconds(begun)}, ${hands.keys} keys`;
  });
  await close(page);
});
