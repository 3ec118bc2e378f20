#!/usr/bin/env node
// Files in and out: scenarios that are dropped, refused, named in the address and saved; results as CSV, JSON and PNG.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, SHIPPED, choose, close, compare, exported, native, picture, press, scenario, settled, shippedText, slider, testing, until, verdict } from "./support.mjs";

const INVALID = join(ROOT, "tests/scenario/invalid");

// Drops a file on the simulator, as a hand would: over it, then let go.
async function drop(page, name, bytes) {
  const dataTransfer = await page.evaluateHandle(([title, base64]) => {
    const transfer = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([content], title, { type: "application/json" }));
    return transfer;
  }, [name, Buffer.from(bytes).toString("base64")]);
  for (const kind of ["dragenter", "dragover", "drop"]) await page.getByRole("main").dispatchEvent(kind, { dataTransfer });
}

const refusal = (page) => page.getByRole("heading", { name: /was refused/ });
const bring = async (page, id) => {  // opens a shipped scenario with few worlds, so that results are soon complete
  assert.deepEqual(await page.evaluate((text) => window.parley.load(text), shippedText(id)), []);
  assert.deepEqual(await page.evaluate(() => window.parley.set("run.pairs", 2)), []);
};

await testing(async ({ check, open }) => {
  let page = await open();
  const own = { ...JSON.parse(shippedText("02_leaders_megaphone")), id: "my_own", title: { en: "A town of my own" } };

  await check("a scenario that is dropped opens", async () => {
    await drop(page, "mine.json", JSON.stringify(own, null, 2));
    await page.getByRole("heading", { name: "Parley: A town of my own" }).waitFor();
    assert.deepEqual(await scenario(page), own);
    await settled(page);
  });

  await check("one picked from the disk opens too", async () => {
    await page.getByRole("button", { name: /^Scenario: / }).click();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "Open a file …")]);
    await chooser.setFiles({ name: "twins.json", mimeType: "application/json", buffer: Buffer.from(shippedText("00_null_twins")) });
    await page.getByRole("heading", { name: "Parley: Null twins" }).waitFor();
  });

  for (const file of ["unknown_lever.json", "above_range.json", "truncated.json", "latin1.json", "empty_file.json", "arms_missing.json"])
    await check(`${file} is refused with line and path, and the scenario before it stays`, async () => {
      const before = await scenario(page), sentence = await settled(page), bytes = readFileSync(join(INVALID, file));
      await drop(page, file, bytes);
      await refusal(page).waitFor();
      assert.match(await refusal(page).textContent(), new RegExp(`^${file} was refused: (one|\\d+) problem`));
      const shown = await page.getByRole("table", { name: /was refused/ }).getByRole("row").evaluateAll(
        (rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));
      assert.deepEqual(shown[0], ["Line", "Where", "What is wrong, what is allowed"]);
      // The command line finds the same: file:line:column: path: message.
      const told = (await native("validate", join(INVALID, file)).catch((error) => error.stderr)).trim().split("\n");
      for (const line of told.filter((text) => text.includes(file + ":"))) {
        const [, row, path, message] = line.slice(line.indexOf(file) + file.length).match(/^:(\d+):\d+: (?:([\w.[\]]+): )?(.*)$/);
        const wanted = [row, path ?? "the whole file", message.replace(/\s+/g, " ")].join(" | ");
        assert(shown.some((cells) => cells.join(" | ") === wanted), `${wanted} is not in ${shown.join("\n")}`);
      }
      assert.deepEqual(await scenario(page), before);
      await press(page, "Close");
      await refusal(page).waitFor({ state: "detached" });
      assert.equal(await verdict(page).textContent(), sentence);
    });

  await check("a file of several megabytes is refused, not swallowed", async () => {
    const before = await scenario(page);
    await drop(page, "huge.json", " ".repeat(3 << 20) + shippedText("01_billboard_or_dialogue"));
    await refusal(page).waitFor();
    assert.deepEqual(await scenario(page), before);
    await press(page, "Close");
  });

  await check("window.parley.load gives the problems of a bad scenario as a list, and an empty one for a good one", async () => {
    const before = await scenario(page);
    for (const bad of ["{", "", JSON.stringify({ ...own, marked: 1 }), { ...own, arms: [] }]) {
      const problems = await page.evaluate((text) => window.parley.load(text), bad);
      assert(Array.isArray(problems) && problems.length > 0);
      for (const problem of problems) assert.deepEqual(Object.keys(problem), ["line", "column", "path", "message"]);
      assert.deepEqual(await scenario(page), before);
    }
    const [problem] = await page.evaluate((text) => window.parley.load(text), JSON.stringify({ ...own, markt: 1 }));
    assert.match(problem.path + problem.message, /markt.*market/, "the nearest name is offered");
    assert.deepEqual(await page.evaluate((object) => window.parley.load(object), own), []);
    assert.deepEqual(await scenario(page), own);
  });

  await check("window.parley.set refuses what the file would refuse, and says why", async () => {
    for (const [path, value] of [["market.customers", -1], ["market.custommers", 10], ["arms.1.strategy.talk", "much"], ["arms.9.strategy.talk", 1]]) {
      const problems = await page.evaluate((wish) => window.parley.set(...wish), [path, value]);
      assert(problems.length > 0 && problems[0].message.length > 10, `${path} = ${value}`);
    }
    assert.deepEqual(await page.evaluate(() => window.parley.set("arms.1.strategy.talk", 40)), []);
    await until("the slider follows", async () => await slider(page, "Conversation: Talk").inputValue() === "40");
  });
  await close(page);

  // --- The address -------------------------------------------------------------------------------------------------

  page = await open("?scenario=02_leaders_megaphone");
  await check("?scenario=02_leaders_megaphone opens it", async () => {
    assert.deepEqual(await scenario(page), JSON.parse(shippedText("02_leaders_megaphone")));
    await page.getByRole("heading", { name: "Parley: The leader's megaphone" }).waitFor();
    assert.match(await settled(page), /^Broadcast is ahead/);
  });
  await close(page);

  for (const [wrong, nearest] of [["nonsense", /the nearest is (\d\d_\w+)/], ["2_leader_megafone", /the nearest is (02_leaders_megaphone)/]]) {
    page = await open(`?scenario=${wrong}`);
    await check(`?scenario=${wrong} gives a message that names the nearest one, and opens that`, async () => {
      await refusal(page).waitFor();
      const said = (await page.getByRole("table", { name: /was refused/ }).textContent()).match(nearest);
      assert.ok(said, "names the nearest");
      assert.equal((await scenario(page)).id, said[1]);
      assert.equal((await compare(page, 1)).pairs, 1);
      await press(page, "Close");
      await settled(page);
    });
    await close(page);
  }

  // --- Saving ------------------------------------------------------------------------------------------------------

  page = await open();
  for (const id of SHIPPED)
    await check(`${id} is saved as the very bytes that are shipped`, async () => {
      assert.deepEqual(await page.evaluate((text) => window.parley.load(text), shippedText(id)), []);
      const { name, bytes } = await exported(page, "Scenario");
      assert.equal(name, id + ".json");
      assert.equal(bytes.toString(), shippedText(id));
    });

  await check("scenarios opened one after the other while worlds arrive leave nothing of each other", async () => {
    for (let wait = 0; wait <= 800; wait += 100) {
      const id = ["00_null_twins", "01_billboard_or_dialogue"][wait / 100 % 2];
      assert.deepEqual(await page.evaluate((text) => window.parley.load(text), shippedText(id)), []);
      await page.waitForTimeout(wait);
      await page.getByRole("heading", { name: id.startsWith("00") ? "Parley: Null twins" : "Parley: Billboard or dialogue?" }).waitFor();
      const sentence = await verdict(page).textContent();
      assert.equal(/^No difference/.test(sentence), id.startsWith("00") && !/first world/.test(sentence), sentence);
    }
  });

  await check("results leave as a table, one row per outcome", async () => {
    await bring(page, "01_billboard_or_dialogue");
    await settled(page);
    const { name, bytes } = await exported(page, "Results as a table");
    assert.equal(name, "01_billboard_or_dialogue.csv");
    const [head, ...rows] = bytes.toString().trim().split(/\r?\n/), columns = head.split(",");
    assert(rows.length > 20 && rows.every((row) => row.split(",").length === columns.length));
    const found = await compare(page, 2), sales = rows.find((row) => row.startsWith("Broadcast,Conversation,sales,")).split(",");
    assert.equal(Number(sales[columns.indexOf("mean")]), found.differences.find((row) => row.outcome === "sales").mean);
    return `${rows.length} rows`;
  });

  await check("results leave day by day, one row per arm, observable and day", async () => {
    const { bytes } = await exported(page, "Day by day");
    const rows = bytes.toString().trim().split(/\r?\n/).slice(1);
    const days = rows.filter((row) => row.startsWith("Conversation,trust,"));
    assert.equal(days.length, 364);
    return `${rows.length} rows`;
  });

  await check("results leave as JSON, the same as the page's own", async () => {
    const { series, ...rest } = JSON.parse((await exported(page, "Results for programs")).bytes);
    assert.deepEqual(rest, await compare(page, 2));
    assert(series.every((row) => row.mean.length === row.day.length && row.mean.length > 0));
  });

  await check("the picture leaves as a PNG with something on it", async () => {
    await choose(page, "Customers");
    const { name, bytes } = await exported(page, "Picture");
    assert.match(name, /\.png$/);
    const seen = await picture(page, bytes);
    assert.deepEqual([seen.width, seen.height], [1366, 768]);
    assert(seen.colours > 50, `${seen.colours} colours`);
    return `${seen.colours} colours`;
  });
  await close(page);
});
