#!/usr/bin/env node
// The page people take home: one A4 page in print for every shipped scenario and for the longest words a group can type; it asks for nothing
// from anywhere and works where scripts are off.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHIPPED, close, native, press, settled, testing, until } from "./support.mjs";

const pages = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

await testing(async ({ check, browser, open }) => {
  const folder = mkdtempSync(join(tmpdir(), "parley-report-"));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const asked = [];
  context.on("request", (request) => { if (!request.url().startsWith("file:")) asked.push(request.url()); });
  const page = await context.newPage();
  const print = async (file) => {
    await page.goto("file://" + file);
    return page.pdf({ preferCSSPageSize: true, printBackground: true });
  };

  // What was cut away to make it fit: on paper of that size all of it has to be in sight.
  const lost = async () => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 703, height: 1043 });
    return page.locator("main, main .answers").evaluateAll((nodes) => nodes.map((node) => node.scrollHeight - node.clientHeight).filter((most) => most > 1));
  };

  await check("the report of every shipped scenario prints on one A4 page", async () => {
    for (const id of SHIPPED) {
      const file = join(folder, id + ".html");
      await native("report", id, "--pairs", "4", "--set", "market.customers=300", "--out", file, "--gap");
      assert.equal(pages(await print(file)), 1, id);
      assert.deepEqual(await lost(), [], id);
      assert.equal(await page.title().then((title) => title.endsWith(" · Parley")), true);
      assert.equal(await page.locator("svg").count() >= 3, true);
    }
    return `${SHIPPED.length} scenarios`;
  });

  await check("what a group types, however long, stays on the one page that is downloaded", async () => {
    const own = await open("?scenario=00_null_twins");
    await own.evaluate(() => window.parley.set("run.pairs", 4));
    await settled(own);
    await press(own, "Menu");
    await own.getByRole("button", { name: /^The page you take home/ }).click();
    const words = "Nous répondrons désormais à chaque question, même aux plus désagréables. ".repeat(9);
    const fields = own.getByRole("dialog").getByRole("textbox");
    const n = 6;
    await until("there are six fields", async () => await fields.count() === n);
    for (let i = 0; i < n; ++i) {
      await fields.nth(i).fill(i < 3 ? words : words.slice(0, 240));
      await fields.nth(i).blur();
    }
    const [download] = await Promise.all([own.waitForEvent("download"), press(own, "Download the page")]);
    assert.equal(download.suggestedFilename(), "00_null_twins.html");
    const file = join(folder, "own.html");
    await download.saveAs(file);
    assert.match(readFileSync(file, "utf8"), /même aux plus désagréables/);
    const pdf = await print(file);
    assert.equal(pages(pdf), 1);
    assert.deepEqual(await lost(), []);
    await close(own);
  });

  await check("it asks for nothing from anywhere", () => assert.deepEqual(asked, []));
  await context.close();
  rmSync(folder, { recursive: true });
});
