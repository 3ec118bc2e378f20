#!/usr/bin/env node
// Ask why: one customer's two lives, from a button, from a dot, by keyboard; and a life without one message.

import assert from "node:assert/strict";
import { close, press, slide, slider, testing, until } from "./support.mjs";

const TITLE = "One customer, two lives";

await testing(async ({ check, open }) => {
  const page = await open();
  const panel = page.getByRole("dialog", { name: TITLE });
  const customer = async () => Number(await panel.getByRole("slider", { name: "Customer" }).inputValue());
  const answered = () => panel.getByRole("heading", { name: /^Customer \d+: Buys in the category/ }).waitFor();
  const rows = (name) => panel.getByRole("table", { name }).getByRole("row").evaluateAll(
    (all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));

  await slider(page, "Day").fill("364");
  await page.getByRole("img", { name: /, day 364:/ }).first().waitFor();

  await check("Ask why opens on a customer whose two lives went apart", async () => {
    const begun = Date.now();
    await press(page, "Ask why");
    await answered();
    const taken = Date.now() - begun;
    const ends = [];
    for (const arm of ["Broadcast", "Conversation"])
      ends.push((await panel.getByRole("img", { name: new RegExp(`^${arm}: .* at the end`) }).getAttribute("aria-label")).match(/, (\w+) at the end/)[1]);
    assert.notEqual(ends[0], ends[1]);
    return `customer ${await customer()}: ${ends.join(", ")}; ${taken} ms`;
  });

  await check("the steps are a table, and the printed shares of each add up to 100 %", async () => {
    let steps = 0;
    for (const arm of ["Broadcast", "Conversation"]) {
      const [head, ...all] = await rows(`${arm}: every step and its causes`);
      assert.deepEqual(head, ["Week", "Step", "Because of"]);
      for (const [week, step, why] of all) {
        ++steps;
        assert.match(week, /^\d+$/);
        assert.match(step, /^\w+ → \w+$/);
        const shares = [...why.matchAll(/([−-]?\d+)\s%/g)].map(([, n]) => Number(n.replace("−", "-")));
        assert.equal(shares.reduce((a, b) => a + b, 0), 100, why);
      }
    }
    assert(steps > 0);
    return `${steps} steps`;
  });

  await check("previous, next, the number and another lead to others", async () => {
    const first = await customer();
    await panel.getByRole("button", { name: "Next customer", exact: true }).click();
    await until("the next one", async () => await customer() === first + 1);
    await panel.getByRole("button", { name: "Previous customer", exact: true }).click();
    await until("the one before", async () => await customer() === first);
    await panel.getByRole("slider", { name: "Customer" }).fill("1043");
    await panel.getByRole("heading", { name: /^Customer 1043: Buys/ }).waitFor();
    await panel.getByRole("button", { name: /^Another customer/ }).click();
    await until("another one", async () => await customer() !== 1043);
    await answered();
  });

  await check("without a message: what it would have changed is said for both arms, and it can be put back", async () => {
    await panel.getByRole("option", { name: "Messages", exact: true }).click();
    await panel.getByRole("button", { name: /^Conversation, week \d+: / }).first().click();
    const begun = Date.now();
    await panel.getByRole("button", { name: "Without this message", exact: true }).click();
    const answer = panel.getByRole("status").filter({ hasText: /^Without it \(/ });
    await answer.waitFor();
    const taken = Date.now() - begun;
    const words = await answer.textContent();
    assert.match(words, /Broadcast: .+ Conversation: .+/);
    await panel.getByRole("button", { name: "Back to how it was", exact: true }).click();
    await answer.waitFor({ state: "detached" });
    return `${taken} ms: ${words}`;
  });

  await check("an edit renews the answer", async () => {
    const before = await panel.getByRole("img", { name: /^Conversation: / }).getAttribute("aria-label");
    assert.deepEqual(await page.evaluate(() => window.parley.set("arms.1.strategy.talk", 100)), []);
    await until("the life is another", async () => {
      const image = panel.getByRole("img", { name: /^Conversation: / });
      return await image.count() === 1 && await image.getAttribute("aria-label") !== before;
    });
  });

  await check("Esc closes, and focus goes back to the button", async () => {
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await until("focus is back", () => page.evaluate(() => document.activeElement?.textContent === "Ask why"));
  });

  await check("a click on a dot asks about who sits there", async () => {
    const group = await page.getByRole("group", { name: "Two towns" }).getByRole("img", { name: /^Broadcast, day/ }).boundingBox();
    const canvas = await page.locator("#canvas").boundingBox();
    let found = false;
    // Seats are packed: some place below the caption has someone within reach.
    for (let k = 0; k < 60 && !found; ++k) {
      await page.mouse.click(canvas.x + group.x + 120 + (k * 37) % 260, canvas.y + group.y + 70 + (k * 23) % 150);
      await page.waitForTimeout(400);
      found = await panel.count() === 1;
    }
    assert(found, "no click met a dot");
    await answered();
    const who = await customer();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    return `customer ${who}`;
  });

  await check("the dominoes are told link by link", async () => {
    const tab = page.getByRole("option", { name: "Noise to money" });
    await until("the dominoes are in front", async () => {
      if (await panel.count()) await page.keyboard.press("Escape");  // a late click of the check before asked once more
      await tab.click({ timeout: 2000 }).catch(() => {});
      return await tab.getAttribute("aria-selected") === "true";
    });
    const reasons = page.getByRole("group", { name: "Reasons" });
    for (const name of ["Exposure", "Mention", "Sentiment", "Visit", "Purchase", "Repeat"])
      await reasons.getByText(new RegExp(`^${name}: Broadcast .+; Conversation .+\\.$`)).waitFor();
    return await reasons.getByRole("img", { name: /^From noise to money: / }).getAttribute("aria-label");
  });
  await close(page);
});
