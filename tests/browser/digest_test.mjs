#!/usr/bin/env node
// One engine, three homes: the native program, WebAssembly under node and the page give the same bits.

import assert from "node:assert/strict";
import { SHIPPED, close, compare, native, scenario, testing, wasm } from "./support.mjs";

const json = (...words) => ["compare", ...words, "--format", "json"];

await testing(async ({ check, open }) => {
  const pages = {};
  for (const id of SHIPPED) pages[id] = await open(`?scenario=${id}`);

  for (const id of SHIPPED)
    await check(`${id}: two worlds are the same natively, under node and in the page, field by field`, async () => {
      const here = JSON.parse(await native(...json(id, "--pairs", "2", "--seed", "1")));
      assert.equal((await scenario(pages[id])).id, id);
      assert.match(here.digest, /^[0-9a-f]{16}$/);
      assert.deepEqual(JSON.parse(await wasm(...json(id, "--pairs", "2", "--seed", "1"))), here);
      assert.deepEqual(await compare(pages[id], 2), here);
      return here.digest;
    });

  await check("another seed gives other worlds, the same ones everywhere", async () => {
    const id = "01_billboard_or_dialogue", page = pages[id], first = await compare(page, 2);
    const here = JSON.parse(await native(...json(id, "--pairs", "2", "--seed", "4294967295")));
    assert.notEqual(here.digest, first.digest);
    assert.deepEqual(await compare(page, 2, 4294967295), here);
    assert.deepEqual(JSON.parse(await wasm(...json(id, "--pairs", "2", "--seed", "4294967295"))), here);
  });

  await check("an edit in the page and --set on the command line are the same edit", async () => {
    const page = pages["02_leaders_megaphone"], edit = ["arms.1.strategy.converse", 60];
    assert.deepEqual(await page.evaluate((wish) => window.parley.set(...wish), edit), []);
    const here = JSON.parse(await native(...json("02_leaders_megaphone", "--pairs", "2", "--set", edit.join("="))));
    assert.deepEqual(await compare(page, 2), here);
  });

  await check("null twins differ by exactly nothing", async () => {
    const found = await compare(pages["00_null_twins"], 2);
    assert(found.differences.length > 10);
    for (const row of found.differences)
      assert.deepEqual([row.mean, row.low, row.high, row.b_ahead, row.ties], [0, 0, 0, 0, 2], row.outcome);
    assert.equal(found.verdict.form, "close");
  });

  await check("all 50 worlds of scenario 01 are the same in all three", async () => {
    const id = "01_billboard_or_dialogue", here = JSON.parse(await native(...json(id, "--jobs", "2")));
    assert.equal(here.pairs, 50);
    assert.deepEqual(await compare(pages[id], 50), here);
    assert.deepEqual(JSON.parse(await wasm(...json(id))), here);
    return here.digest;
  });
  for (const page of Object.values(pages)) await close(page);
});
