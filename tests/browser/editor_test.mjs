#!/usr/bin/env node
// A scenario made by keyboard alone, in the editor, and its file opened again: how many keys it takes, and that nothing is lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Hands } from "./hands.mjs";
import { close, exported, scenario, testing, until } from "./support.mjs";

const EDITOR = "Scenario editor";

await testing(async ({ check, open }) => {
  const page = await open("?scenario=01_billboard_or_dialogue", { size: [1366, 768] });
  const hands = new Hands(page), begun = Date.now();
  // Opens a page of the editor by its tab, which lies before the page itself.
  const turn_to = async (name, [role, first]) => {
    await hands.choose(name, true);
    await until(`the page ${name} is open`, async () => await page.getByRole("dialog", { name: EDITOR }).getByRole(role, { name: first }).count() > 0);
  };
  const is = (what, true_of) => until(what, async () => true_of(await scenario(page)));
  let saved = "";

  await check("the editor opens from the list of scenarios, by keyboard", async () => {
    await hands.choose(/^Scenario: /);
    await page.getByRole("dialog", { name: "Scenarios" }).waitFor({ state: "attached" });
    await hands.choose("Change it, or make your own …");
    await page.getByRole("dialog", { name: EDITOR }).waitFor({ state: "attached" });
  });

  await check("texts: a title names the file", async () => {
    await turn_to("Texts", ["textbox", "Title"]);
    await hands.write("Title", "Paul's bakery");
    await is("the title is taken over", (s) => s.title.en === "Paul's bakery" && s.id === "paul_s_bakery");
    await hands.write("Question, one sentence", "Advertise the bread, or answer the neighbours?");
    await is("the question is taken over", (s) => s.question.en.startsWith("Advertise"));
  });

  await check("arms: names", async () => {
    await turn_to("Arms", ["textbox", "Name of arm 1"]);
    await hands.write("Name of arm 1", "Advertise");
    await hands.write("Name of arm 2", "Answer");
    await is("the arms are named", (s) => s.arms[0].name === "Advertise" && s.arms[1].name === "Answer");
  });

  await check("numbers: found by search; what cannot be is refused beside its field", async () => {
    await turn_to("Market and brand", ["searchbox", /^Search all numbers/]);
    await hands.reach(/^Search all numbers/);
    await hands.type("price");
    await until("the list has followed the search", () => page.getByRole("dialog", { name: EDITOR }).getByRole("textbox").evaluateAll(
      (all) => all.length > 0 && all.every((field) => /price/i.test(field.getAttribute("aria-label")))));
    await page.waitForTimeout(2500);  // a reader looks at what was found before going on
    await hands.write("Market: Price", "6.5");
    await is("the price is taken over", (s) => s.market.price === 6.5);
    await until("the field shows it", async () => /6\.5/.test(await page.getByRole("textbox", { name: "Market: Price", exact: true }).inputValue()));
    await page.waitForTimeout(300);  // the picture after it
    await hands.write("Market: Price", "free of charge");
    await page.getByText(/“free of charge” is not a number/).first().waitFor({ state: "attached" });
    assert.equal((await scenario(page)).market.price, 6.5);
    await hands.press("Escape");
    assert.match(await page.getByRole("textbox", { name: "Market: Price", exact: true }).inputValue(), /6\.5/);
  });

  await check("events: one in week 20 that changes a value", async () => {
    await turn_to("Events", ["button", "Add an event"]);
    await hands.choose("Add an event");
    await is("there is an event", (s) => s.events?.length === 1);
    await page.getByRole("textbox", { name: "Week", exact: true }).waitFor({ state: "attached" });
    await hands.write("Week", "20");
    await hands.choose(/^What happens: /);
    await page.getByRole("option", { name: "a value changes" }).waitFor({ state: "attached" });
    await hands.choose("a value changes");
    await page.getByRole("searchbox", { name: "Search the value that changes" }).waitFor({ state: "attached" });
    await hands.reach("Search the value that changes");
    await hands.type("failures");
    await page.getByRole("button", { name: /^Market: Failures per purchase/ }).waitFor({ state: "attached" });
    await hands.choose(/^Market: Failures per purchase/);
    await page.getByRole("textbox", { name: "Market: Failures per purchase" }).waitFor({ state: "attached" });
    await hands.write("Market: Failures per purchase", "20 %");
    await is("the event changes the value", (s) => s.events[0].day === 134 && s.events[0].set?.["market.failure_rate"] === 0.2 && !s.events[0].what);
  });

  await check("target and questions", async () => {
    await turn_to("Target and questions", ["textbox", /^How much/]);
    await hands.write(/^How much, in EUR/, "100 000");
    await hands.write("By the end of week", "39");
    await hands.write("Question of the forecast card", "Who sells more bread?");
    await is("the target is taken over", (s) => s.target.amount === 100000 && s.target.by_day === 273 && s.predict.question.en === "Who sells more bread?");
  });

  await check("what was changed stands there in sentences", async () => {
    await turn_to("What you changed", ["button", "Take all of it back"]);
    const told = (await page.getByRole("dialog", { name: EDITOR }).getByRole("paragraph").allTextContents()).join("\n");
    for (const part of ["Title: “Paul's bakery”", "Arm renamed: Answer instead of Conversation", "Market: Price € 6.5 instead of € 28", "Event added in week 20, all arms: Failures per purchase 20 %",
      "Target: Sales of € 100 000 by week 39 instead of"])
      assert(told.replaceAll("\u202f", " ").includes(part), `${part} is not in\n${told}`);
  });

  await check("it is saved as a file of its name, in less than three minutes' keys", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), hands.choose("Save as paul_s_bakery.json")]);
    assert.equal(download.suggestedFilename(), "paul_s_bakery.json");
    saved = readFileSync(await download.path(), "utf8");
    assert.deepEqual(JSON.parse(saved), await scenario(page));
    assert(hands.keys < 600, `${hands.keys} keys`);
    return `${hands.keys} keys, ${hands.typed} of them letters of texts, in ${((Date.now() - begun) / 1000).toFixed(0)} s on this machine`;
  });

  await check("the saved file opens again, and saving it gives the same bytes", async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: EDITOR }).waitFor({ state: "detached" });
    await page.evaluate(() => window.parley.load("{}"));
    const problems = await page.evaluate((text) => window.parley.load(text), saved);
    assert.deepEqual(problems, []);
    assert.deepEqual(await scenario(page), JSON.parse(saved));
    assert.equal((await exported(page, "Scenario")).bytes.toString(), saved);
    await page.getByRole("button", { name: /^Scenario: Paul's bakery/ }).waitFor();
  });
  await close(page);
});
