#!/usr/bin/env node
// The guide as it lies on the site: every link leads somewhere, every page fits the window and the sheet of paper it is made for.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, close, testing } from "./support.mjs";

const PAGES = readFileSync(join(ROOT, "web/guide/pages.txt"), "utf8").split("\n").filter((line) => line.includes("\t")).map((line) => line.split("\t")[0].replace(".md", ".html"));
const ONE_SHEET = ["quick_start.html", "participants.html", "keys.html", "limits.html", "slides.html"];

await testing(async ({ check, open, origin }) => {
  const page = await open("guide/index.html", { size: [1366, 768], ready: false });
  await check("the folder opens on the first page, which leads to all others and back to the program", async () => {
    const links = await page.locator("nav a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    assert.deepEqual(links, PAGES);
    assert.equal(await page.locator("header a").first().getAttribute("href"), "../index.html");
  });
  for (const name of PAGES)
    await check(`${name}: no dead link, no sideways scrolling at three widths`, async () => {
      await page.goto(`${origin}/guide/${name}`);
      assert.equal(await page.locator("h1").count(), 1);
      const targets = await page.locator("a").evaluateAll((all) => all.map((a) => a.href));
      for (const target of new Set(targets)) {
        // Studies lie elsewhere, where no test goes: their links have the form of a DOI.
        if (!target.startsWith(origin)) {
          assert.match(target, /^https:\/\/doi\.org\/10\.\d{4,}\/\S+$/);
          continue;
        }
        const [file, mark] = target.split("#");
        const response = await page.request.get(file);
        assert(response.ok(), `${target}: ${response.status()}`);
        if (mark) assert((await response.text()).includes(`id="${mark}"`), `${target} is no place on its page`);
      }
      for (const [w, h] of [[1366, 768], [820, 1180], [390, 844]]) {
        await page.setViewportSize({ width: w, height: h });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert(wide <= w, `${wide} of ${w}`);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
      return `${new Set(targets).size} links`;
    });
  for (const name of ONE_SHEET)
    await check(`${name}: prints on one A4 page`, async () => {
      await page.goto(`${origin}/guide/${name}`);
      const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
      assert.equal(pdf.match(/\/Type \/Page\b(?!s)/g)?.length, 1);
    });
  await close(page);
});
