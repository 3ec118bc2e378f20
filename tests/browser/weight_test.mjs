#!/usr/bin/env node
// What a first visit costs: bytes over the wire, seconds to the first picture, seconds to all worlds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { SITE, close, settled, testing } from "./support.mjs";

const MOST_BYTES = 3e6, MOST_MS = 2000, VISITS = 3;

// Notes when the first twin stands in the mirror: it is made by the frame that draws the first picture.
const watch = () => {
  window.firstPicture = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("main [role=status]")) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now()));
    }).observe(document, { childList: true, subtree: true });
  });
};

await testing(async ({ check, open, served }) => {
  const times = [], whole = [];
  for (let visit = 0; visit < VISITS; ++visit) {
    if (visit === 1) served.length = 0;
    const begun = Date.now(), page = await open("", { before: watch });
    times.push(await page.evaluate(() => window.firstPicture));
    await settled(page);
    whole.push((Date.now() - begun) / 1000);
    await close(page);
    if (visit > 0) continue;

    await check("a first visit transfers at most 3 MB, compressed", () => {
      const files = [...new Set(served)].map((path) => path === "/" ? "/index.html" : path);
      for (const needed of ["/index.html", "/parley.wasm", "/worker.js", "/engine.wasm"]) assert(files.includes(needed), `${needed} is among ${files}`);
      const bytes = files.map((path) => [path.slice(1), gzipSync(readFileSync(join(SITE, path)), { level: 9 }).length]).sort((a, b) => b[1] - a[1]);
      const weight = bytes.reduce((sum, [, size]) => sum + size, 0);
      assert(weight <= MOST_BYTES, `${weight} bytes`);
      return `${files.length} files, ${(weight / 1e6).toFixed(2)} MB; in kB: ${bytes.map(([path, size]) => `${path} ${(size / 1e3).toFixed(1)}`).join(", ")}`;
    });
    await check("nothing is asked for in vain", () => {
      for (const path of served) assert(path === "/" || readFileSync(join(SITE, path)).length > 0, path);
      assert.equal(new Set(served.filter((path) => path.endsWith(".wasm"))).size, served.filter((path) => path.endsWith(".wasm")).length, "no engine is loaded twice");
    });
  }
  await check("the first picture is there within 2 s, in the least disturbed of three visits", () => {
    const seconds = times.map((time) => (time / 1000).toFixed(2)).join(", ") + " s";
    assert(Math.min(...times) <= MOST_MS, seconds);
    return `${seconds}; all 50 worlds after ${whole.map((time) => time.toFixed(1)).join(", ")} s`;
  });
});
