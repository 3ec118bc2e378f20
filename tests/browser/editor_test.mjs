#!/usr/bin/env node
// A scenario made by keyboard alone, in the editor, and its file opened again: how many keys it takes, and that nothing is lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Hands } from "./hands.mjs";
import { choose, close, exported, press, scenario, testing, until } from "./support.mjs";

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
    await page.getByRole("option", { name: "a value changes" }).waitFor({ state: "attached" });   // it asks at once what happens
    await hands.choose(/^a value changes/);
    await page.getByRole("searchbox", { name: "Search the value that changes" }).waitFor({ state: "attached" });
    await hands.reach("Search the value that changes");
    await hands.type("failures");
    await page.getByRole("button", { name: /^Market: Failures per purchase/ }).waitFor({ state: "attached" });
    await hands.choose(/^Market: Failures per purchase/);
    await page.getByRole("textbox", { name: "Market: Failures per purchase" }).waitFor({ state: "attached" });
    await hands.write("Market: Failures per purchase", "20 %");
    await hands.write("Week", "20");
    await is("the event changes the value", (s) => s.events[0].day === 134 && s.events[0].set?.["market.failure_rate"] === 0.2 && !s.events[0].what);
  });

  await check("target and questions", async () => {
    await turn_to("Target and questions", ["textbox", /^How much/]);
    await hands.write(/^How much, in EUR/, "100 000");
    await hands.write("By the end of week", "39");
    await hands.write("Question of the forecast card", "Who sells more bread?");
    await is("the target is taken over", (s) => s.target.amount === 100000 && s.target.by_day === 273 && s.predict.question.en === "Who sells more bread?");
  });

  await check("arms: what each does is set there too, typed or by search", async () => {
    await turn_to("Arms", ["textbox", "Name of arm 1"]);
    await hands.choose("Answer");
    await page.getByRole("textbox", { name: "Answer: Talk", exact: true }).waitFor({ state: "attached" });
    await hands.write("Answer: Talk", "40");
    await is("the lever is taken over", (s) => s.arms[1].strategy.talk === 40);
  });

  // By pointer, as people do it who have one.  Its keys are not counted.
  const counted = hands.keys;
  const field = (name) => page.getByRole("dialog", { name: EDITOR }).getByRole("textbox", { name });
  const place = async (name) => { const b = await field(name).boundingBox(); return [b.x + b.width / 2, b.y + b.height / 2]; };
  const typed_into = () => page.evaluate(() => [document.activeElement.getAttribute("aria-label"), getSelection().toString()]);

  await check("a click into a number takes all of it, and what is typed stands in its place", async () => {
    await turn_to("Target and questions", ["textbox", /^How much/]);
    await page.mouse.click(...await place(/^How much/));
    const [name, taken] = await typed_into();
    assert.match(name, /^How much/);
    assert.equal(taken.replaceAll(/\s/g, ""), "100000");
    await page.keyboard.type("120 000");
    await page.keyboard.press("Enter");
    await is("the amount is taken over", (s) => s.target.amount === 120000);
  });

  await check("two numbers in one field are refused, and the first stays", async () => {
    await page.keyboard.press("End");
    await page.keyboard.type("450 000");
    await page.keyboard.press("Enter");
    await page.getByText(/is not one number/).first().waitFor({ state: "attached" });
    assert.equal((await scenario(page)).target.amount, 120000);
    await page.keyboard.press("Escape");
  });

  await check("a field keeps the keyboard while a list beside it closes", async () => {
    await press(page, /^What is to be reached: /);
    await page.getByRole("option", { name: "Profit", exact: true }).waitFor({ state: "attached" });
    // One after the other within a moment, as under load: the page hears of both before it draws.
    await page.evaluate((label) => {
      const all = [...document.querySelectorAll("[data-id]")];
      all.find((twin) => twin.getAttribute("role") === "option" && twin.textContent === "Profit").click();
      const amount = all.find((twin) => twin.tagName === "INPUT" && twin.getAttribute("aria-label") === label);
      amount.focus();
      amount.setSelectionRange(2, 2);
    }, await field("By the end of week").getAttribute("aria-label"));
    await is("the target is another", (s) => s.target.outcome === "profit");
    await until("the list is closed", async () => await page.getByRole("option", { name: "Profit", exact: true }).count() === 0);
    assert.equal((await typed_into())[0], "By the end of week");
    await page.keyboard.press("Escape");
  });

  await check("Esc closes the list first, and the keyboard is where it was opened; the editor stays", async () => {
    await press(page, /^What is to be reached: /);
    await page.getByRole("option", { name: "Sales", exact: true }).waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await until("the list is closed", async () => await page.getByRole("option", { name: "Sales", exact: true }).count() === 0);
    assert.equal(await page.getByRole("dialog", { name: EDITOR }).count(), 1);
    assert.match((await hands.here()).name, /^What is to be reached/);
  });

  await check("a press beside the editor closes it, and what was typed until then counts", async () => {
    await page.mouse.click(...await place("By the end of week"));
    await page.keyboard.type("30");
    await page.mouse.click(8, 400);
    await page.getByRole("dialog", { name: EDITOR }).waitFor({ state: "detached" });
    await is("the week is taken over", (s) => s.target.by_day === 210);
    await hands.choose(/^Scenario: /, true);
    await page.getByRole("dialog", { name: "Scenarios" }).waitFor({ state: "attached" });
    await hands.choose("Change it, or make your own …");
    await page.getByRole("dialog", { name: EDITOR }).waitFor({ state: "attached" });
    for (const [place, words] of [[/^How much/, "100 000"], ["By the end of week", "39"]]) await hands.write(place, words);
    await press(page, /^What is to be reached: /);
    await choose(page, "Sales");
    await is("the target is as it was", (s) => s.target.outcome === "sales" && s.target.amount === 100000 && s.target.by_day === 273);
    hands.keys = counted;
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
