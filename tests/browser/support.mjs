// What the browser tests share: the built page on a server of its own, Debian's Chromium, and one line per check.
//
//   await testing(async ({ check, open, origin, served }) => {
//     const page = await open("?scenario=00_null_twins", { size: [1366, 768] });
//     await check("a sentence that is true of the page", async () => { assert(...); return "a figure worth printing"; });
//   });
//
// Every page is listened to: a warning or error on its console, an error nobody caught and a request that leaves its
// origin each fail the test, in a last check that every file gets.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { serve } from "../../web/serve.mjs";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const SITE = join(ROOT, "build/site");
export const SHIPPED = readdirSync(join(ROOT, "scenarios")).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5)).sort();

const PATIENCE_MS = 30_000;
const CHROMIUM = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic",
  "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

// --- Running -------------------------------------------------------------------------------------------------------

export async function testing(body) {
  if (!existsSync(join(SITE, "index.html"))) {
    console.log("there is no build/site/index.html to test: ./web/run --build-only makes it\n0 passed, 1 failed");
    process.exit(1);
  }
  let passed = 0, failed = 0;
  const check = async (sentence, prove) => {
    try {
      const figure = await prove();
      ++passed;
      console.log(`ok    ${sentence}${typeof figure === "string" ? ` (${figure})` : ""}`);
    } catch (error) {
      ++failed;
      console.log(`FAIL  ${sentence}\n      ${plain(error).replaceAll("\n", "\n      ")}`);
    }
  };

  const server = await serve(SITE, 8400);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const served = [];  // paths, in the order they were asked for, by pages and by workers
  server.on("request", (request) => served.push(new URL(request.url, origin).pathname));
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: CHROMIUM });
  const noise = [];
  try {
    await body({ check, origin, served, browser, open: (address, how) => open({ browser, origin, noise }, address, how) });
  } catch (error) {
    ++failed;
    console.log(`FAIL  the test runs to its end\n      ${plain(error)}`);
  }
  await check("no page warned, threw or asked for anything from elsewhere", () => assert.deepEqual(noise, []));
  await browser.close();
  server.close();
  server.closeAllConnections();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}

// Without colours, without the call log of the browser driver, and not for ever.
const plain = (error) => (error?.message ?? String(error)).replace(/\x1b\[[0-9;]*m/g, "").split("\nCall log:")[0].trim().slice(0, 1200);

// --- Pages ---------------------------------------------------------------------------------------------------------

// address: "", "?scenario=ID", or a whole one.  size: CSS pixels; ratio: device pixels per CSS pixel; before: a function that
// runs in the page before anything of it; expected: noise that the test makes itself; ready: wait for window.parley.ready;
// beside: a page whose storage the new one shares, as another tab would.
async function open({ browser, origin, noise }, address = "",
  { size = [1366, 768], ratio = 1, before, expected = /^$/, ready = true, offline = false, beside, ...more } = {}) {
  const context = beside?.context() ?? await browser.newContext({ viewport: { width: size[0], height: size[1] }, deviceScaleFactor: ratio, ...more });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const home = /^[a-z]+:\/\//.test(address) ? address : `${origin}/${address}`;
  const allowed = new URL(home).protocol === "file:" ? ["file:", "data:", "blob:"] : [new URL(home).origin + "/", "data:", "blob:"];
  const say = (line) => { if (!expected.test(line)) noise.push(line); };
  page.on("console", (message) => {
    if (["warning", "error", "assert"].includes(message.type())) say(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => say(`uncaught: ${error.message}`));
  page.on("crash", () => say("the page crashed"));
  if (!beside) context.on("request", (request) => {
    if (!allowed.some((start) => request.url().startsWith(start))) say(`request to ${request.url()}`);
  });
  if (before) await page.addInitScript(before);
  if (offline) await context.setOffline(true);
  await page.goto(home);
  if (ready) await page.evaluate(() => window.parley.ready);
  return page;
}

export const close = (page) => page.context().close();
export const verdict = (page) => page.getByRole("group", { name: "Verdict" }).getByRole("status");
export const slider = (page, name) => page.getByRole("slider", { name, exact: true });
export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
export const choose = (page, name) => page.getByRole("option", { name, exact: true }).click();
export const scenario = (page) => page.evaluate(() => window.parley.scenario());
export const compare = (page, pairs, seed = 1) => page.evaluate((wish) => window.parley.compare(wish), { pairs, seed });

// Polls until ask() gives a truthy value; says what was waited for when it never does.
export async function until(what, ask, patience = PATIENCE_MS) {
  for (const end = Date.now() + patience; ;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) assert.fail(`waited ${patience / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

// Every world it takes is counted and the sentence no longer says "so far".
export const settled = (page) => until("all worlds are counted", async () => {
  const sentence = await verdict(page).textContent();
  return !/first world|recounting|(?<!settled )after \d+ of \d+ worlds/.test(sentence) && sentence;
}, 120_000);

// Moves a twin, and waits until the scenario has taken the value over.
export async function slide(page, arm, lever, value) {
  const name = `${(await scenario(page)).arms[arm].name}: ${lever.label}`;
  await slider(page, name).fill(String(value));
  await until(`${name} is ${value}`, () => page.evaluate(
    ([index, key, wanted, usual]) => (window.parley.scenario().arms[index].strategy[key] ?? usual) === wanted,
    [arm, lever.key, value, lever.usual]));
}

// Opens the menu and takes one of its rows.
export async function menu(page, row) {
  await press(page, "Menu");
  await press(page, row);
}

// Opens the export menu, takes one of its rows and gives what is downloaded: { name, bytes }.
export async function exported(page, row) {
  await menu(page, "Export");
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, row)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

// Width, height and number of different colours of a PNG, decoded by the browser.
export const picture = (page, png) => page.evaluate(async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  pen.drawImage(bitmap, 0, 0);
  const colours = new Set(new Uint32Array(pen.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer));
  return { width: bitmap.width, height: bitmap.height, colours: colours.size };
}, png.toString("base64"));

// --- The same product elsewhere ------------------------------------------------------------------------------------

const run = promisify(execFile);
const most = { cwd: ROOT, maxBuffer: 1 << 28 };
export const native = async (...words) => (await run(join(ROOT, "build/native/parley"), words, most)).stdout;
export const wasm = async (...words) => (await run("node", [join(ROOT, "build/wasm/parley.cjs"), ...words], most)).stdout;
export const shippedText = (id) => readFileSync(join(ROOT, "scenarios", id + ".json"), "utf8");

// Rows of the table of levers: key, label, the observable it moves first, whether it stands on the first screen.
export const LEVERS = [...readFileSync(join(ROOT, "src/model/levers.def"), "utf8")
  .matchAll(/^(LEVER|MORE)\((\w+), \w+, ([\d.]+), ([\d.]+), ([\d.]+), "[^"]*", "([^"]*)".*, (\w+), (\w+)\)$/gm)]
  .map(([, kind, key, usual, min, max, label, , moves]) => ({ key, label, moves, usual: +usual, min: +min, max: +max, first: kind === "LEVER" }));
