#!/usr/bin/env node
// Opens the built page at ?bench in Debian's Chromium, waits until it has measured, and prints the JSON:
//   node tests/bench/page.mjs > result.json        (--quick: one round of each)
// A browser without a screen or graphics card; nothing is drawn while ?bench measures, so neither plays a part.

import { createRequire } from "node:module";
import { serve } from "../../web/serve.mjs";

const { chromium } = createRequire(new URL("../browser/", import.meta.url))("playwright-core");  // installed by tests/run
const quick = process.argv.includes("--quick");
const server = await serve(new URL("../../build/site", import.meta.url).pathname, 8600);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/?bench${quick ? "=quick" : ""}`);
  await page.evaluate(() => window.parley.ready);
  const results = await page.evaluate(() => window.parley.bench());
  console.log(`[\n${results.map((result) => "  " + JSON.stringify(result)).join(",\n")}\n]`);
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
