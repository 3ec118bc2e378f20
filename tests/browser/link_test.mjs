#!/usr/bin/env node
// A state travels in the address: it opens elsewhere with the same digest, and a bad link is answered in words.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import jsqr from "jsqr";
import { LEVERS, SITE, close, compare, menu, scenario, settled, slider, shippedText, testing, until } from "./support.mjs";

const MOST_CHARACTERS = 1500, LEVERS_CHANGED = 20;

const dialog = (page) => page.getByRole("dialog", { name: "Share what is on screen" });
const day = async (page) => Number(await slider(page, "Day").inputValue());

async function share(page) {
  await menu(page, "Share");
  await dialog(page).waitFor();
  return dialog(page).getByLabel("Link", { exact: true }).inputValue();
}

// The words of the panel that says what is wrong with a link.
async function complaint(page) {
  const panel = page.getByRole("dialog", { name: "The link could not be opened whole" });
  await panel.waitFor({ state: "attached" });
  return panel.getByRole("table").textContent();
}

// What a telephone reads from the picture when its camera has about so many points for it.  It looks at one frame after another
// from a hand that is never still, so a few sizes are tried.
async function scan(page, about) {
  const png = (await dialog(page).locator("svg").screenshot()).toString("base64");
  for (let width = about - 4; width <= about + 4; ++width) {
    const data = await page.evaluate(async ([base64, width]) => {
      const bitmap = await createImageBitmap(await (await fetch("data:image/png;base64," + base64)).blob(), { resizeWidth: width, resizeHeight: width, resizeQuality: "high" });
      const pen = new OffscreenCanvas(width, width).getContext("2d");
      pen.drawImage(bitmap, 0, 0);
      return [...pen.getImageData(0, 0, width, width).data];
    }, [png, width]);
    const found = jsqr(Uint8ClampedArray.from(data), width, width)?.data;
    if (found) return found;
  }
}

await testing(async ({ check, open, origin }) => {
  const page = await open();
  await settled(page);

  await check("nothing is in the address before someone shares", async () => {
    await slider(page, "Day").fill("70");
    await until("day 70", async () => await day(page) === 70);
    await page.waitForTimeout(400);
    assert.equal(page.url(), origin + "/");
  });

  let link = "";
  await check("a scenario as it is shipped has a short link, and its code is read from eight metres", async () => {
    link = await share(page);
    assert(link.startsWith(origin + "/#s=1"), link);
    const box = await dialog(page).locator("svg").boundingBox();
    assert(box.width >= 400 && Math.abs(box.width - box.height) < 1, JSON.stringify(box));
    // 8 m from a picture half a metre wide, a telephone's camera (4000 points over 69 degrees) has about 180 points for it.
    assert.equal(await scan(page, 180), link);
    return `${link.length} characters, ${Math.round(box.width)} px`;
  });
  await check("the dialog says when a link works on this computer only", async () => {
    assert.match(await dialog(page).textContent(), /works only there/);
  });
  await check("Copy puts the link on the clipboard and says so", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await dialog(page).getByRole("button", { name: "Copy the link" }).click();
    await dialog(page).getByText("Copied.").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  });
  await check("Copy works where the browser has no clipboard for pages", async () => {
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
    let copied = null;
    await page.exposeFunction("heard", (text) => { copied = text; });
    await page.evaluate(() => document.addEventListener("copy", () => window.heard(getSelection().toString() || document.activeElement.value), { once: true }));
    await dialog(page).getByRole("button", { name: "Copy the link" }).click();
    await until("something was copied", () => copied);
    assert.equal(copied, link);
  });
  await check("Esc closes the dialog and nothing else, and focus is on a control again", async () => {
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
    await until("a twin has the focus", () => page.evaluate(() => !!document.activeElement.closest("#mirror")));
  });
  await check("from then on the address follows every decision", async () => {
    const before = page.url();
    await slider(page, "Day").fill("84");
    await until("the address has moved", () => page.url() !== before);
    assert(page.url().startsWith(origin + "/#s=1"));
  });

  await check(`${LEVERS_CHANGED} changed levers and a new name fit into ${MOST_CHARACTERS} characters and give the same digest elsewhere`, async () => {
    const levers = LEVERS.filter(({ max, min }) => max - min > 1).slice(0, LEVERS_CHANGED / 2);
    for (const [n, lever] of levers.entries())
      for (const arm of [0, 1]) {
        const value = Math.round((lever.min + (lever.max - lever.min) * (0.11 + 0.07 * n + 0.031 * arm)) * 100) / 100;
        const problems = await page.evaluate(([path, value]) => window.parley.set(path, value), [`arms.${arm}.strategy.${lever.key}`, value]);
        if (problems.length) await page.evaluate(([path, value]) => window.parley.set(path, Math.round(value)), [`arms.${arm}.strategy.${lever.key}`, value]);
      }
    const here = await scenario(page), usual = JSON.parse(shippedText("01_billboard_or_dialogue"));
    const changed = [0, 1].flatMap((arm) => levers.filter(({ key }) => here.arms[arm].strategy[key] !== usual.arms[arm].strategy[key]));
    assert(changed.length >= LEVERS_CHANGED - 2, `${changed.length} levers`);
    const long = await share(page);
    assert(long.length <= MOST_CHARACTERS, `${long.length} characters`);
    assert.equal(await scan(page, 240), long, "the code is read from six metres");
    await page.keyboard.press("Escape");

    const other = await open(long);
    assert.deepEqual(await scenario(other), here);
    await until("day 84", async () => await day(other) === 84);  // the town has to be lived up to it
    const [a, b] = await Promise.all([compare(page, 2), compare(other, 2)]);
    assert.equal(a.digest, b.digest);
    await close(other);
    return `${long.length} characters for ${changed.length} levers, digest ${a.digest}`;
  });

  await check("another link in the same tab opens its state, and the work of before can be gone back to", async () => {
    const before = await scenario(page);
    await page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
    await until("the shipped levers are back", async () => JSON.stringify(await scenario(page)) === JSON.stringify(JSON.parse(shippedText("01_billboard_or_dialogue"))));
    await until("day 70", async () => await day(page) === 70);
    await page.getByRole("button", { name: "Back to my work" }).click();
    await until("the work is back", async () => JSON.stringify(await scenario(page)) === JSON.stringify(before));
    assert.equal(page.url(), origin + "/");
  });
  await close(page);

  await check("a scenario of one's own travels whole", async () => {
    const page = await open();
    const mine = { ...JSON.parse(shippedText("02_leaders_megaphone")), id: "mine", title: "Ours" };
    assert.deepEqual(await page.evaluate((mine) => window.parley.load(mine), mine), []);
    const link = await share(page), other = await open(link);
    assert.deepEqual(await scenario(other), await scenario(page));
    await close(page);
    await close(other);
    return `${link.length} characters`;
  });

  // --- Bad links ---------------------------------------------------------------------------------------------------

  const packed = new URL(link).hash.slice(4);
  const bad = {
    "cut off": packed.slice(0, packed.length - 9),
    "cut to almost nothing": packed.slice(0, 3),
    "changed on the way": packed.slice(0, 40) + (packed[40] === "A" ? "B" : "A") + packed.slice(41),
    "not a link at all": "1hello-world",
    "empty": "",
    "from the future": "2" + packed.slice(1),
  };
  for (const [what, state] of Object.entries(bad))
    await check(`a link that is ${what} gets a message, and a state stands behind it`, async () => {
      const page = await open("#s=" + state);
      const words = await complaint(page);
      assert.match(words, what === "from the future" ? /newer version/ : /damaged/);
      assert.equal((await scenario(page)).id, "01_billboard_or_dialogue");
      assert.deepEqual(await page.evaluate(() => window.parley.set("arms.1.strategy.listen", 30)), []);
      await close(page);
    });
  await check("what a sentence leaves on a link does no harm", async () => {
    const page = await open(link + ").");
    await until("day 70", async () => await day(page) === 70);
    assert.equal(await page.getByRole("dialog").count(), 0);
    await close(page);
  });

  await check("the one file shares too, and says where its link works", async () => {
    const page = await open(pathToFileURL(join(SITE, "parley-offline.html")).href, { offline: true });
    const link = await share(page);
    assert.match(await dialog(page).textContent(), /opened from a file/);
    const other = await open(link, { offline: true });
    assert.deepEqual(await scenario(other), await scenario(page));
    await close(page);
    await close(other);
  });
});
