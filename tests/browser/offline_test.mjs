#!/usr/bin/env node
// Without a network: the one file, opened from the disk, is the whole product; so is the site after a first visit.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "../../web/serve.mjs";
import { ROOT, SITE, close, compare, exported, native, picture, scenario, settled, shippedText, slider, testing, until, verdict } from "./support.mjs";

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
  // --- On a web server ---------------------------------------------------------------------------------------------

  // A copy of the site, to change it: what a new upload does.
  const copy = mkdtempSync(join(tmpdir(), "parley-site-")), HERE = 8600;
  cpSync(SITE, copy, { recursive: true });
  const server = await serve(copy, HERE), home = `http://127.0.0.1:${server.address().port}/`;
  const controlled = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => until(() => navigator.serviceWorker.controller), () => {}));
  const before = () => {
    window.until = async (ask) => { while (!ask()) await new Promise((resolve) => setTimeout(resolve, 30)); };
  };
  const expected = /Failed to load resource|ERR_INTERNET_DISCONNECTED/;
  const hosted = await open(home, { before, expected });

  await check("after the first visit the network can be cut: a reload gives the same digest, with workers, guide and scenarios", async () => {
    await settled(hosted);
    await controlled(hosted);
    const digest = (await compare(hosted, 2)).digest;
    await hosted.context().setOffline(true);
    await hosted.reload();
    await hosted.evaluate(() => window.parley.ready);
    assert.equal((await compare(hosted, 2)).digest, digest);
    await until("workers work", () => hosted.workers().length > 0);
    const other = await open(home + "?scenario=02_leaders_megaphone", { beside: hosted, expected });
    assert.equal((await scenario(other)).id, "02_leaders_megaphone");
    await other.goto(home + "guide/glossary.html");
    await other.getByRole("heading", { name: "Glossary" }).first().waitFor();
    assert((await (await other.goto(home + "scenarios/01_billboard_or_dialogue.json")).text()).includes("parley.scenario/1"));
    await other.close();
    await hosted.context().setOffline(false);
    return digest;
  });
  await check("the big single file is not among what is kept", async () => {
    const kept = await hosted.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat());
    assert(kept.some((url) => url.includes("parley.wasm")));
    assert(!kept.some((url) => url.includes("parley-offline")));
    return `${kept.length} files`;
  });

  const mark = "/* another build */\n", hash = (bytes) => createHash("sha256").update(bytes).digest();
  const publish = (change) => {
    const style = readFileSync(join(copy, "style.css")), next = Buffer.concat([Buffer.from(mark), style]);
    const from = hash(style), to = hash(change === "half" ? Buffer.from("elsewhere") : next);
    const worker = readFileSync(join(copy, "sw.js"), "utf8");
    assert(worker.includes(from.toString("base64")));
    writeFileSync(join(copy, "style.css"), next);
    writeFileSync(join(copy, "sw.js"), worker.replace(from.toString("base64"), to.toString("base64")).replace(from.toString("hex").slice(0, 16), to.toString("hex").slice(0, 16)));
  };
  const styleNow = (page) => page.evaluate(async () => (await (await fetch("style.css")).text()).slice(0, 10));
  const look = (page) => page.evaluate(async () => { await (await navigator.serviceWorker.ready).update(); });

  await check("a half-uploaded build is not taken: the page stays as it was", async () => {
    publish("half");
    await look(hosted);
    await hosted.waitForTimeout(1500);
    assert.equal(await hosted.locator(".notice").count(), 0);
    assert.notEqual(await styleNow(hosted), mark.slice(0, 10));
    writeFileSync(join(copy, "style.css"), readFileSync(join(SITE, "style.css")));
    writeFileSync(join(copy, "sw.js"), readFileSync(join(SITE, "sw.js")));
  });
  await check("a new build is offered and does not take over, not even by a reload", async () => {
    publish();
    await look(hosted);
    await hosted.getByText("A new version of Parley is ready").waitFor();
    assert.notEqual(await styleNow(hosted), mark.slice(0, 10));
    await hosted.reload();
    await hosted.evaluate(() => window.parley.ready);
    assert.notEqual(await styleNow(hosted), mark.slice(0, 10));
    await settled(hosted);
    await hosted.getByText("A new version of Parley is ready").waitFor();
  });
  await check("who asks for it gets it, and keeps what was done", async () => {
    assert.deepEqual(await hosted.evaluate(() => window.parley.set("arms.1.strategy.listen", 29)), []);
    await Promise.all([hosted.waitForEvent("load"), hosted.getByRole("button", { name: "Start it now" }).click()]);
    await hosted.evaluate(() => window.parley.ready);
    await until("the new build serves", async () => await styleNow(hosted) === mark.slice(0, 10));
    assert.equal((await scenario(hosted)).arms[1].strategy.listen, 29);
  });
  const version = await hosted.evaluate(() => window.parley.version);
  await close(hosted);
  server.close();
  server.closeAllConnections();
  rmSync(copy, { recursive: true });

  await check("the quick start is one printed page", async () => {
    const folder = mkdtempSync(join(tmpdir(), "parley-zip-"));
    execFileSync("unzip", ["-q", "-d", folder, join(ROOT, "build", `parley-${version}.zip`)]);
    const file = join(folder, readdirSync(folder)[0], "QUICKSTART.html");
    const page = await open(pathToFileURL(file).href, { ready: false, offline: true });
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.equal(pages, 1);
    await close(page);
    rmSync(folder, { recursive: true });
  });
});
