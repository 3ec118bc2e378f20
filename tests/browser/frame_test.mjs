#!/usr/bin/env node
// How long the page itself works on a picture: simulation slice, views, draw lists, twins.  What the GPU does with it afterwards is
// not in here; a software GPU, as in these tests, would drown it.

import assert from "node:assert/strict";
import { close, settled, testing, until } from "./support.mjs";

const MOST_MS = 8;

await testing(async ({ check, open }) => {
  for (const [width, height] of [[1920, 1080], [1366, 768]]) {
    const page = await open("", { size: [width, height], before: () => {
      const ask = window.requestAnimationFrame.bind(window);
      window.pictures = [];
      window.requestAnimationFrame = (draw) => ask((now) => {
        const begun = performance.now();
        draw(now);
        window.pictures.push(performance.now() - begun);
      });
    } });
    await check(`${width}x${height}: with everything on screen and the town playing, the median picture takes the page under ${MOST_MS} ms`, async () => {
      await settled(page);
      await page.evaluate(() => { document.activeElement.blur(); window.pictures.length = 0; });
      await page.keyboard.press("Home");
      await page.keyboard.press(" ");
      await until("120 pictures", () => page.evaluate(() => window.pictures.length >= 120), 90_000);
      const sorted = (await page.evaluate(() => window.pictures)).sort((a, b) => a - b);
      const at = (share) => sorted[Math.floor(share * (sorted.length - 1))];
      assert(at(0.5) < MOST_MS, `median ${at(0.5).toFixed(1)} ms`);
      return `${sorted.length} pictures: median ${at(0.5).toFixed(1)} ms, nine in ten under ${at(0.9).toFixed(1)} ms`;
    });
    await close(page);
  }
});
