#!/usr/bin/env node
// The one file: opened from the disk with the network off it is the whole product.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SITE, close, compare, exported, native, picture, scenario, settled, shippedText, slider, testing, verdict } from "./support.mjs";

const FILE = join(SITE, "parley-offline.html");
const address = pathToFileURL(FILE).href;

await testing(async ({ check, open, served }) => {
  const page = await open(address, { offline: true });

  await check("the one file opens from the disk without a network, and a verdict appears", async () => {
    assert(await page.evaluate(() => location.protocol === "file:" && !navigator.onLine));
    assert.equal((await scenario(page)).id, "01_billboard_or_dialogue");
    return await settled(page);
  });
  await check("its workers work", async () => {
    assert(page.workers().length >= 1);
    return `${page.workers().length} workers`;
  });
  await check("it gives the digest of the command line", async () => {
    const here = JSON.parse(await native("compare", "01_billboard_or_dialogue", "--pairs", "2", "--format", "json"));
    assert.deepEqual(await compare(page, 2), here);
    return here.digest;
  });
  await check("its clock, its other scenarios and its files work", async () => {
    await slider(page, "Day").fill("140");
    await page.getByRole("img", { name: /^Conversation, day 140:/ }).waitFor();
    await page.getByRole("button", { name: /^Scenario: / }).click();
    await page.getByRole("option", { name: /^02 / }).click();
    await page.getByRole("heading", { name: "Parley: The leader's megaphone" }).waitFor();
    assert.equal((await exported(page, "Scenario")).bytes.toString(), shippedText("02_leaders_megaphone"));
    const seen = await picture(page, (await exported(page, "Picture")).bytes);
    assert(seen.colours > 50);
  });
  await close(page);

  await check("it opens at a scenario named in the address", async () => {
    const other = await open(address + "?scenario=00_null_twins", { offline: true });
    assert.match(await settled(other), /^No difference at all/);
    assert.match(await verdict(other).textContent(), /to the cent/);
    await close(other);
  });
  await check("it names no address to fetch anything from", () => {
    const text = readFileSync(FILE, "utf8").replace(/http:\/\/www\.w3\.org\/\d+\/\w+/g, "");  // namespaces are names, not places
    const named = [...text.matchAll(/(?:src|href|url|import|fetch)\s*[=(]\s*["']?(https?:\/\/[^\s"')]+)/g)].map((found) => found[1]);
    assert.deepEqual(named, []);
    assert.deepEqual(served, []);
  });
});
