#!/usr/bin/env node
// ?bench: the engine measured in the page, told in a table a screen reader can read, and as JSON.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SITE, close, testing } from "./support.mjs";

const PATIENCE_MS = 300_000;

await testing(async ({ check, open }) => {
  const page = await open("?bench=quick");
  const status = page.getByRole("main").getByRole("status");
  await check("the page says what it does, from the first moment", async () => {
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "How fast the engine is here");
    assert.match(await status.textContent(), /^W1: \d+ %/);
    assert(await page.getByRole("button", { name: "Copy as JSON" }).isDisabled());
    assert.equal(await page.locator("canvas").count(), 0);
  });
  const results = await page.evaluate(() => window.parley.bench());
  await check("four works are measured", () => {
    assert.deepEqual(results.map(({ work, platform }) => [work, platform]), ["W1", "W2", "W3", "W4"].map((work) => [work, "wasm"]));
    for (const { work, ns_per_customer_day: ns, reference_ns, ratio, bytes_per_customer: bytes } of results)
      for (const value of [ns, reference_ns, ratio, bytes]) assert(value > 0 && Number.isFinite(value), `${work}: ${value}`);
    return results.map(({ work, ns_per_customer_day: ns, ratio }) => `${work} ${ns.toFixed(1)} ns, ${ratio.toFixed(2)} plain loops`).join("; ");
  });
  await check("the days lived process by process are those of step", () => {
    for (const { work, schedule_is_step } of results.slice(0, 3)) assert.equal(schedule_is_step, true, work);
  });
  await check("a city of a million fits into 1 GB", () => {
    assert.equal(results[2].customers, 1e6);
    assert(results[2].peak_bytes < 1e9);
    return `${Math.round(results[2].peak_bytes / 1e6)} MB, ${results[2].growth.toFixed(2)} times per customer`;
  });
  await check("upright the whole table is seen", async () => {
    await page.setViewportSize({ width: 820, height: 1180 });
    const [inner, outer] = await page.evaluate(() => { const box = document.querySelector("#bench .scroll"); return [box.scrollWidth, box.clientWidth]; });
    assert(inner <= outer, `${inner} of ${outer} pixels`);
  });
  await check("the table has a row of each, and the JSON can be copied", async () => {
    const rows = await page.getByRole("rowheader").allTextContents();
    assert.deepEqual(rows.map((name) => name.slice(0, 2)), ["W1", "W2", "W3", "W4"]);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy as JSON" }).click();
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent === "Copied.");
    assert.deepEqual(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())), results);
  });
  await close(page);

  await check("elsewhere bench() says how to measure", async () => {
    const plain = await open();
    const why = await plain.evaluate(() => window.parley.bench().then(() => "", (error) => error.message));
    assert.match(why, /\?bench/);
    await close(plain);
  });

  await check("the single file measures too", async () => {
    const alone = await open(pathToFileURL(join(SITE, "parley-offline.html")).href + "?bench=quick", { offline: true });
    await alone.waitForFunction(() => document.querySelector("#bench tbody tr"), null, { timeout: PATIENCE_MS });
    await close(alone);
  });
});
