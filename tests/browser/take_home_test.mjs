#!/usr/bin/env node
// The page people take home: one A4 page in print for every shipped scenario and for the longest words a group can type; it asks for nothing
// from anywhere and works where scripts are off.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHIPPED, native, testing } from "./support.mjs";

const pages = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

await testing(async ({ check, browser }) => {
  const folder = mkdtempSync(join(tmpdir(), "parley-report-"));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const asked = [];
  context.on("request", (request) => { if (!request.url().startsWith("file:")) asked.push(request.url()); });
  const page = await context.newPage();
  const print = async (file) => {
    await page.goto("file://" + file);
    return page.pdf({ preferCSSPageSize: true, printBackground: true });
  };

  await check("the report of every shipped scenario prints on one A4 page", async () => {
    for (const id of SHIPPED) {
      const file = join(folder, id + ".html");
      await native("report", id, "--pairs", "4", "--set", "market.customers=300", "--out", file, "--gap");
      assert.equal(pages(await print(file)), 1, id);
      assert.equal(await page.title().then((title) => title.endsWith(" · Parley")), true);
      assert.equal(await page.locator("svg").count() >= 3, true);
    }
    return `${SHIPPED.length} scenarios`;
  });

  await check("long answers, names and titles stay on one page and inside it", async () => {
    const file = join(folder, SHIPPED[1] + ".html"), words = "Nous répondrons désormais à chaque question, même aux plus désagréables. ";
    const long = words.repeat(9).slice(0, 598) + "…", name = "Une stratégie de conversation au nom vraiment long";
    let text = readFileSync(file, "utf8").replaceAll("Conversation", name).replaceAll('<span class="blank"></span></li>', `<span>${long}</span></li>`);
    text = text.replace('class="dense0"', 'class="dense2"').replace('class="dense1"', 'class="dense2"');
    await page.setContent(text);
    assert.equal(pages(await page.pdf({ preferCSSPageSize: true })), 1);
    const wide = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((node) => node.scrollWidth > node.clientWidth + 2 && node.clientWidth > 0 && !node.closest("svg")).length)
      .catch(() => 0);  // scripts are off: then the printed page has to do
    assert.equal(wide, 0);
  });

  await check("it asks for nothing from anywhere", () => assert.deepEqual(asked, []));
  await context.close();
  rmSync(folder, { recursive: true });
});
