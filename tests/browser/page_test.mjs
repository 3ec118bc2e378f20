#!/usr/bin/env node
// The page as a person meets it: it opens, its clock works, its levers move what they say.

import assert from "node:assert/strict";
import { LEVERS, SHIPPED, choose, close, compare, exported, press, scenario, settled, shippedText, slide, slider, testing, until, verdict } from "./support.mjs";

const day = async (page) => Number(await slider(page, "Day").inputValue());
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Days that pass in a second and a half.
async function pace(page) {
  const before = await day(page);
  await pause(1500);
  return await day(page) - before;
}

await testing(async ({ check, open }) => {
  const page = await open();

  await check("both towns are told in words, and their day goes on by itself", async () => {
    for (const arm of ["Broadcast", "Conversation"])
      await page.getByRole("group", { name: "Two towns" }).getByRole("img", { name: new RegExp(`^${arm}, day \\d+: .*impressions`) }).waitFor();
    const before = await day(page);
    await until("the day moves", async () => await day(page) > before);
  });

  await check("the page opens on scenario 01, and the verdict is in the mirror", async () => {
    assert.equal((await scenario(page)).id, "01_billboard_or_dialogue");
    assert.deepEqual(await scenario(page), JSON.parse(shippedText("01_billboard_or_dialogue")));
    await page.getByRole("heading", { name: "Parley: Billboard or dialogue?" }).waitFor();
    assert.match(await verdict(page).textContent(), /\w+ \w+/, "from the first moment on");
    const sentence = await settled(page);
    assert.match(sentence, /^(Broadcast|Conversation) .*\d+ of 50 worlds/);
    assert.match(sentence, /in this model/);
    return sentence;
  });

  await check("Pause stops the clock, Play starts it again", async () => {
    await slider(page, "Day").fill("28");
    await until("day 28", async () => await day(page) === 28);
    await press(page, "Play");
    await until("the day moves", async () => await day(page) > 28);
    await press(page, "Pause");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    const before = await day(page);
    assert.equal(await pace(page), 0);
    await press(page, "Play");
    await until("the day moves", async () => await day(page) > before);
  });

  await check("One day on goes one day on and pauses, To the start goes to day 0", async () => {
    await press(page, "Pause");
    await slider(page, "Day").fill("100");
    await until("day 100", async () => await day(page) === 100);
    await press(page, "One day on");
    await until("day 101", async () => await day(page) === 101);
    assert.equal(await pace(page), 0);
    await press(page, "To the start");
    await until("day 0", async () => await day(page) === 0);
  });

  await check("time runs faster at speed ×8 than at ×1", async () => {
    const seconds = {};
    for (const speed of ["Speed ×1", "Speed ×8"]) {
      await slider(page, "Day").fill("28");
      await until("day 28", async () => await day(page) === 28);
      await choose(page, speed);
      await page.getByRole("option", { name: speed, exact: true, selected: true }).waitFor();
      await press(page, "Play");
      const begun = Date.now();
      await until("two weeks have passed", async () => await day(page) >= 42);
      seconds[speed] = (Date.now() - begun) / 1000;
      await press(page, "Pause");
    }
    assert(seconds["Speed ×1"] > 2 * seconds["Speed ×8"], JSON.stringify(seconds));
    return `two weeks in ${seconds["Speed ×1"].toFixed(1)} s and in ${seconds["Speed ×8"].toFixed(1)} s`;
  });

  await check("any day can be scrubbed to, forwards and backwards, and the towns follow", async () => {
    const words = (n) => page.getByRole("img", { name: new RegExp(`^Conversation, day ${n}:`) });
    const told = {};
    for (const n of [200, 364, 35, 200]) {
      await slider(page, "Day").fill(String(n));
      await words(n).waitFor();
      assert.equal(await day(page), n);
      const text = await words(n).getAttribute("aria-label");
      assert.equal(told[n] ??= text, text, "a day visited twice is the same day");
    }
    assert.equal(await slider(page, "Day").getAttribute("aria-valuetext"), "Week 29, day 200");
  });

  await check("every lever has one slider per arm, named after arm and label", async () => {
    assert.equal(LEVERS.filter((lever) => lever.first).length, 10);
    await page.getByRole("button", { name: /^All \d+ levers$/ }).click();
    await page.getByRole("searchbox", { name: "Search levers" }).waitFor();
    for (const arm of (await scenario(page)).arms)
      for (const lever of LEVERS) {
        const twin = slider(page, `${arm.name}: ${lever.label}`);
        assert.equal(await twin.count(), 1, `${arm.name}: ${lever.label}`);
        assert.equal(Number(await twin.inputValue()), arm.strategy[lever.key] ?? lever.usual);
        assert.deepEqual([await twin.getAttribute("min"), await twin.getAttribute("max")].map(Number), [lever.min, lever.max]);
        assert(await twin.getAttribute("aria-valuetext"));
      }
    assert.equal(await page.getByRole("main").getByRole("slider").first().getAttribute("aria-label"), `Broadcast: ${LEVERS[0].label}`,
      "levers come first");
  });

  // --- Levers move what they say -----------------------------------------------------------------------------------

  // The value of an observable over the run: an outcome of the comparison, or the sum of the series of the exported file.
  async function observed(arm, observable) {
    const found = await compare(page, 2);
    const outcome = found.arms[arm].outcomes[observable];
    if (outcome) return outcome.mean;
    // An edit reaches the screen a frame later.
    let file;
    await until("what was compared is on screen", async () => {
      await settled(page);
      file = JSON.parse((await exported(page, "Results for programs")).bytes);
      return file.digest === found.digest;
    }, 60_000);
    return file.series.find((row) => row.arm === found.arms[arm].name && row.observable === observable).mean.reduce((a, b) => a + b);
  }
  async function pick(id) {
    await page.getByRole("button", { name: /^Scenario: / }).click();
    await page.getByRole("option", { name: new RegExp(`^${id.slice(0, 2)} `) }).click();
    await page.getByRole("dialog", { name: "Scenarios" }).waitFor({ state: "detached" });  // in the frame that opened it
    assert.equal((await scenario(page)).id, id);
    assert.deepEqual(await page.evaluate(() => window.parley.set("run.pairs", 2)), []);
  }
  for (const lever of LEVERS)
    await check(`${lever.label}, moved from end to end, changes ${lever.moves}`, async () => {
      for (const id of ["01_billboard_or_dialogue", ...SHIPPED]) {
        await pick(id);
        await slide(page, 1, lever, lever.min);
        const low = await observed(1, lever.moves);
        await slide(page, 1, lever, lever.max);
        const high = await observed(1, lever.moves);
        if (low !== high) return `${id.slice(0, 2)}: ${Number(low.toPrecision(5))} to ${Number(high.toPrecision(5))}`;
      }
      assert.fail("it is the same in every shipped scenario");
    });

  // --- The canvas and its mirror -----------------------------------------------------------------------------------

  const name = "Conversation: Talk", talk = async () => Number(await slider(page, name).inputValue());
  const thumb = async () => {
    const box = await slider(page, name).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const taken = async () => (await scenario(page)).arms[1].strategy.talk;

  await check("a thumb dragged on the canvas moves its twin and the scenario", async () => {
    await pick("01_billboard_or_dialogue");
    await until("the twin shows the scenario", async () => await talk() === 65);
    const [x, y] = await thumb();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y, { steps: 8 });
    await until("the twin moved", async () => await talk() < 60);
    await page.mouse.up();
    await pause(300);
    assert.equal(await talk(), await taken());
    return `65 to ${await talk()}`;
  });

  await check("a double click on a thumb puts the scenario's value back", async () => {
    assert.notEqual(await talk(), 65);
    const [x, y] = await thumb();
    await page.mouse.dblclick(x, y, { delay: 30 });
    await until("the twin is back", async () => await talk() === 65);
    assert.equal(await taken(), 65);
  });

  await check("after an edit the verdict is counted again", async () => {
    const before = await settled(page);
    await slide(page, 1, LEVERS.find((lever) => lever.key === "talk"), 0);
    await until("another verdict", async () => await verdict(page).textContent() !== before);
    assert.notEqual(await settled(page), before);
  });
  await close(page);
});
