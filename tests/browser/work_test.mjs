#!/usr/bin/env node
// Nothing is lost: work comes back after a reload, a crash and a closed tab; two tabs do not overwrite each other.

import assert from "node:assert/strict";
import { close, compare, exported, picture, press, scenario, settled, shippedText, slider, testing, until } from "./support.mjs";

const MOST_MS = 3000;

const day = async (page) => Number(await slider(page, "Day").inputValue());
const listen = async (page) => (await scenario(page)).arms[1].strategy.listen;
const decide = async (page, value, at) => {
  assert.deepEqual(await page.evaluate((value) => window.parley.set("arms.1.strategy.listen", value), value), []);
  if (at !== undefined) {
    await slider(page, "Day").fill(String(at));
    await until(`day ${at}`, async () => await day(page) === at);
  }
  await until("it is kept", async () => {
    const own = await page.evaluate(() => sessionStorage.getItem("parley.work"));
    const record = (await records(page)).work.find(({ id }) => id === own);
    return record && JSON.parse(JSON.parse(record.text).scenario).arms[1].strategy.listen === value && (at === undefined || JSON.parse(record.text).day === at);
  });
};
const notices = async (page) => (await page.locator("#notices").textContent()).trim();
const records = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const asked = indexedDB.open("parley");
  asked.onerror = reject;
  asked.onsuccess = () => {
    const stores = asked.result.transaction(["work", "aside"]), work = stores.objectStore("work"), aside = stores.objectStore("aside").getAll();
    const texts = work.getAll(), ids = work.getAllKeys();
    stores.oncomplete = () => {
      asked.result.close();
      resolve({ work: texts.result.map((record, i) => ({ ...record, id: ids.result[i] })), aside: aside.result });
    };
  };
}));

// Reloads; gives the milliseconds until the page shows the work again.
async function reload(page, value, at) {
  const begun = Date.now();
  await page.reload();
  await page.evaluate(() => window.parley.ready);
  assert.equal(await listen(page), value);
  await until(`day ${at}`, async () => await day(page) === at);
  return Date.now() - begun;
}
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

await testing(async ({ check, open, origin }) => {
  const begun = Date.now(), page = await open(), opening = Date.now() - begun;  // what the machine has left for us
  await settled(page);

  await check("looking at the page keeps nothing", async () => {
    await page.waitForTimeout(500);
    assert.deepEqual(await records(page), { work: [], aside: [] });
  });
  await check("a reload brings back scenario, lever and week", async () => {
    await decide(page, 37, 140);
    const digest = (await compare(page, 2)).digest;
    const times = [await reload(page, 37, 140), await reload(page, 37, 140), await reload(page, 37, 140)];
    assert.equal((await compare(page, 2)).digest, digest);
    assert(Math.min(...times) <= Math.max(MOST_MS, 1.5 * opening), `${times.map(seconds).join(", ")}; the page itself opens in ${seconds(opening)}`);
    return times.map(seconds).join(", ");
  });
  await check("so does a reload in the very turn of the decision", async () => {
    await Promise.all([page.waitForEvent("load"),
      page.evaluate(() => { window.parley.set("arms.1.strategy.listen", 38); location.reload(); }).catch(() => {})]);
    await page.evaluate(() => window.parley.ready);
    assert.equal(await listen(page), 38);
  });
  await check("one tab has one record, however often it reloads", async () => {
    assert.equal((await records(page)).work.length, 1);
  });
  await check("a reload at an address with a scenario brings back the work on it, a new visit the scenario as it is", async () => {
    await page.goto(origin + "/?scenario=02_leaders_megaphone");
    await page.evaluate(() => window.parley.ready);
    assert.deepEqual(await scenario(page), JSON.parse(shippedText("02_leaders_megaphone")));
    await decide(page, 21, 35);
    await reload(page, 21, 35);
    const visit = await open("?scenario=02_leaders_megaphone", { beside: page });
    assert.deepEqual(await scenario(visit), JSON.parse(shippedText("02_leaders_megaphone")));
    await visit.getByRole("button", { name: "Back to my work" }).waitFor();
    await visit.close();
  });

  let second;
  await check("a second tab says that it works on a copy", async () => {
    second = await open("", { beside: page });
    assert.equal(await listen(second), 21);
    assert.match(await notices(second), /open in another tab/);
    assert.equal(await notices(page), "");
  });
  await check("what each of two tabs does is there after both reload", async () => {
    await decide(page, 41, 70);
    await decide(second, 55, 77);
    await reload(page, 41, 70);
    await reload(second, 55, 77);
    assert.doesNotMatch(await notices(second), /another tab/, "it has work of its own by now");
  });
  await check("a closed tab's work comes back in the next one", async () => {
    await second.close();
    await page.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const begun = Date.now(), next = second = await open("", { beside: page });
    assert.equal(await listen(next), 55);
    await until("day 77", async () => await day(next) === 77);
    assert.equal(await notices(next), "");
    return seconds(Date.now() - begun);
  });
  await check("so does that of a crashed one", async () => {
    const crashing = await open("", { beside: second, expected: /crashed/ });
    await second.close();
    await decide(crashing, 62, 91);
    const tap = await crashing.context().newCDPSession(crashing);
    await Promise.race([tap.send("Page.crash").catch(() => {}), new Promise((resolve) => crashing.once("crash", resolve))]);
    const begun = Date.now(), next = await open("", { beside: crashing });
    second = next;
    assert.equal(await listen(next), 62);
    await until("day 91", async () => await day(next) === 91);
    return seconds(Date.now() - begun);
  });

  await check("results that wait for the reveal still wait after a reload", async () => {
    const page = await open("", { beside: second });
    const masked = () => page.evaluate(() => window.parley.compare({ pairs: 1 }).then(() => "told", (error) => error.name));
    await page.keyboard.press("p");
    await until("results are covered", async () => await masked() === "Masked");
    await page.reload();
    await page.evaluate(() => window.parley.ready);
    assert.equal(await masked(), "Masked");
    await page.close();
  });

  await check("a record that is damaged is put aside, and the page starts afresh with a message", async () => {
    for (const ruin of ["{\"format\": \"parley.desk/1\", \"opened\": \"nonsense\"}", "\u0000\u0001", "{\"format\": \"parley.desk/99\"}"]) {
      await decide(second, 44, 7);
      const before = (await records(second)).aside.length;
      // Ruined while the page is away, so that its own last save cannot mend it.
      const home = second.url();
      await second.goto(new URL("guide/glossary.html", home).href);
      await second.evaluate((text) => new Promise((resolve) => {
        const id = sessionStorage.getItem("parley.work"), asked = indexedDB.open("parley");
        asked.onsuccess = () => {
          const change = asked.result.transaction("work", "readwrite");
          change.objectStore("work").put({ text, address: "", at: Date.now() }, id);
          change.oncomplete = () => { asked.result.close(); resolve(); };
        };
      }), ruin);
      await second.goto(home);
      await second.evaluate(() => window.parley.ready);
      const panel = second.getByRole("dialog", { name: "Your last work could not be brought back" });
      await panel.waitFor({ state: "attached" });
      assert.deepEqual(await scenario(second), JSON.parse(shippedText("01_billboard_or_dialogue")));
      const { aside } = await records(second);
      assert.equal(aside.length, before + 1);
      assert.equal(aside.at(-1).text, ruin);
      await press(second, "Close");
    }
  });
  await close(second);

  await check("where storage is refused it is said once, and work goes on", async () => {
    const page = await open("", { before: () => { indexedDB.open = () => { throw new DOMException("no", "SecurityError"); }; } });
    assert.match(await notices(page), /keeps nothing for this page/);
    for (const value of [30, 31, 30]) {
      assert.deepEqual(await page.evaluate((value) => window.parley.set("arms.1.strategy.listen", value), value), []);
      await page.waitForTimeout(300);
    }
    assert.equal(await page.locator(".notice").count(), 1);
    assert.equal(await listen(page), 30);
    await close(page);
  });
  await check("localStorage stays empty", async () => {
    const page = await open();
    await decide(page, 30, 14);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await close(page);
  });

  await check("a lost graphics context takes nothing with it, and the picture comes back", async () => {
    const page = await open("", { expected: /WebGL: CONTEXT_LOST_WEBGL|context lost/i });
    await settled(page);
    await decide(page, 33, 63);
    const before = await picture(page, (await exported(page, "Picture")).bytes);
    await page.evaluate(() => {
      window.extension = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
      window.extension.loseContext();
    });
    await page.waitForTimeout(300);
    await page.evaluate(() => window.extension.restoreContext());
    await page.waitForTimeout(500);
    assert.equal(await listen(page), 33);
    assert.equal(await day(page), 63);
    const after = await picture(page, (await exported(page, "Picture")).bytes);
    assert(after.colours > before.colours / 2, `${before.colours} and ${after.colours} colours`);
    await close(page);
    return `${after.colours} colours of ${before.colours}`;
  });
});
