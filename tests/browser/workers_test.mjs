#!/usr/bin/env node
// Workers: one that dies, one that breaks and a browser that refuses them change how long it takes, never what comes out.
// And the page stays quick while worlds are lived.

import assert from "node:assert/strict";
import { LEVERS, close, compare, native, press, settled, slide, slider, testing, until, verdict } from "./support.mjs";

const PAIRS = 6;
const SLOW_MS = 50;

// What runs in the page before anything of it.  Workers are collected in window.hired.
const collect = () => {
  window.hired = [];
  const Real = window.Worker;
  window.Worker = class extends Real {
    constructor(...from) {
      super(...from);
      window.hired.push(this);
    }
  };
};
const firstTwoBreak = () => {
  let hired = 0;
  const Real = window.Worker, broken = URL.createObjectURL(new Blob(["throw new Error('broken on purpose')"]));
  window.Worker = class extends Real { constructor(address) { super(hired++ < 2 ? broken : address); } };
};
const allBreak = () => {
  const Real = window.Worker, broken = URL.createObjectURL(new Blob(["throw new Error('broken on purpose')"]));
  window.Worker = class extends Real { constructor() { super(broken); } };
};
const refuse = () => { window.Worker = class { constructor() { throw new DOMException("refused on purpose", "SecurityError"); } }; };
const none = () => { delete window.Worker; };

// Processor time in ms that the page's own thread spent on each of its tasks while work() went on, longest first.  Time of the
// clock would say how busy the machine is.
async function tasks(browser, page, work) {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const frames = traceEvents.filter((event) => event.name === "FireAnimationFrame" && event.ph === "X");
  const thread = (event) => `${event.pid} ${event.tid}`, page_ = thread(frames[0]);
  const times = (events, key) => events.map((event) => (event[key] ?? 0) / 1000).sort((a, b) => b - a);
  const mine = traceEvents.filter((event) => event.ph === "X" && thread(event) === page_ && event.name.endsWith("RunTask"));
  return { cpu: times(mine, "tdur"), clock: times(mine, "dur"), frames: frames.length };
}

await testing(async ({ check, open, browser }) => {
  const words = ["compare", "01_billboard_or_dialogue", "--pairs", String(PAIRS), "--seed", "7", "--format", "json"];
  const wanted = JSON.parse(await native(...words));
  const same = async (page) => {
    const begun = Date.now();
    assert.deepEqual(await compare(page, PAIRS, 7), wanted);
    return `${wanted.digest} after ${((Date.now() - begun) / 1000).toFixed(1)} s`;
  };

  let page = await open("", { before: collect });
  await check("the page hires two workers or more where there are two processors", async () => {
    const [hired, cores] = await page.evaluate(() => [window.hired.length, navigator.hardwareConcurrency]);
    assert(hired >= Math.min(2, cores) && hired <= Math.max(2, cores), `${hired} workers on ${cores} processors`);
    return `${hired} on ${cores}`;
  });
  await check("a worker that is killed in the middle is replaced, and its worlds are done again", async () => {
    await until("worlds arrive", async () => /after \d+ of 50/.test(await verdict(page).textContent()));
    const before = await page.evaluate(() => { window.hired[0].terminate(); return window.hired.length; });
    const told = await same(page);
    await settled(page);
    assert(await page.evaluate(() => window.hired.length) > before, "another one was hired");
    return told;
  });
  await check("so are all of them at once", async () => {
    // In one turn of the page, so that none can be done before it dies.
    const [result, before] = await page.evaluate(async (wish) => {
      const asked = window.parley.compare(wish), hired = window.hired.length;
      for (const worker of window.hired) worker.terminate();
      return [await asked, hired];
    }, { pairs: PAIRS, seed: 7 });
    assert.deepEqual(result, wanted);
    assert(await page.evaluate(() => window.hired.length) > before, "others were hired");
  });
  await close(page);

  for (const [sentence, before] of [
    ["workers that throw when they start are replaced", firstTwoBreak],
    ["where every worker breaks the page does the work itself", allBreak],
    ["where workers are refused the page does the work itself", refuse],
    ["where there are no workers at all the page does the work itself", none],
  ]) {
    page = await open("", { before, expected: /broken on purpose/ });
    await check(`${sentence}, with the same result`, async () => {
      assert.deepEqual(await page.evaluate(() => window.parley.set("run.pairs", 2)), []);  // little to do for the screen
      return same(page);
    });
    await check(`… and its clock and its levers work (${before.name})`, async () => {
      await slider(page, "Day").fill("70");
      await page.getByRole("img", { name: /^Conversation, day 70:/ }).waitFor();
      const sentence = await verdict(page).textContent();
      await slide(page, 1, LEVERS.find((lever) => lever.key === "talk"), 0);
      await until("another verdict", async () => await verdict(page).textContent() !== sentence);
    });
    await close(page);
  }

  for (const [sentence, before] of [["while workers live the worlds", collect], ["while the page lives the worlds itself", refuse]]) {
    page = await open("", { before });
    await check(`${sentence}, no task of the page takes more than ${SLOW_MS} ms of the processor`, async () => {
      await until("the first world is in", async () => !/first world/.test(await verdict(page).textContent()));
      const spent = await tasks(browser, page, async () => {
        const talk = LEVERS.find((lever) => lever.key === "talk");
        await slider(page, "Day").fill("180");
        await page.getByRole("img", { name: /^Conversation, day 180:/ }).waitFor();
        await press(page, "Play");
        for (const value of [60, 50, 40, 30]) await slide(page, 1, talk, value);
        await slider(page, "Day").fill("90");
        await page.getByRole("img", { name: /^Conversation, day 90:/ }).waitFor();
        await compare(page, 3);
      });
      const slow = (times) => times.filter((time) => time > SLOW_MS).length;
      const figure = `longest ${spent.cpu[0].toFixed(0)} ms, of the clock ${spent.clock[0].toFixed(0)} ms; ` +
        `over ${SLOW_MS} ms of the clock: ${slow(spent.clock)} of ${spent.clock.length} tasks; ${spent.frames} frames`;
      assert(spent.cpu.length > 100 && spent.cpu[0] > 0);
      assert(spent.cpu[0] <= SLOW_MS, figure);
      return figure;
    });
    await close(page);
  }
});
