// Puts the built pieces together (web/run calls it after compiling):
//   build/site/                      the page as static files
//   build/site/sw.js                 keeps the page's files for when there is no network (web/sw.mjs)
//   build/site/parley-offline.html   the same page as one file that needs no server and no network
//   build/parley-VERSION.zip         the one file, a quick start, notices and checksums
//
// index.html names its style sheets and scripts between <!-- inline:begin --> and <!-- inline:end -->. The one file has their
// content instead, scripts at the end of the body, and before them window.PARLEY_INLINE: every .wasm as base64, every .js that
// index.html does not name (the worker and its engine) as text. Page code looks there first and fetches when there is none.
//
// Files are written under another name and renamed, and only when they changed, so a server may keep running.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const { marked } = createRequire(import.meta.url)("/usr/share/nodejs/marked");  // Debian's package node-marked

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const PAGE = join(ROOT, "build/wasm/page");
const SITE = join(ROOT, "build/site");
const OFFLINE = "parley-offline.html";

function fail(text) {
  console.error("parley: " + text);
  process.exit(1);
}

// --- Collect -------------------------------------------------------------------------------------------------------

const WEB_ENDINGS = [".html", ".css", ".js", ".svg", ".png", ".webmanifest"];

function filesIn(folder, endings) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name))).map((entry) => entry.name).sort();
}

// A script of the page that takes something from npm, as one classic script.
function bundle(name, ...options) {
  return execFileSync("esbuild", [join(ROOT, "web", name), "--bundle", "--minify", "--format=iife", "--target=es2020", "--legal-comments=none",
    `--define:process.env.NODE_ENV="production"`, ...options],
  { env: { ...process.env, NODE_PATH: join(ROOT, "build/libraries/node_modules") }, maxBuffer: 1 << 26 });
}

// What the linker writes, without its comments and blanks.
const minified = (path) => execFileSync("esbuild", [path, "--minify", "--target=es2020", "--legal-comments=none"], { maxBuffer: 1 << 26 });

function collectSite() {
  const site = new Map();  // path inside the site -> bytes
  const take = (folder, endings, into = "") => {
    for (const name of filesIn(folder, endings)) site.set(into + name, readFileSync(join(folder, name)));
  };
  take(join(ROOT, "web"), WEB_ENDINGS);
  take(join(ROOT, "web/guide"), WEB_ENDINGS, "guide/");
  take(join(ROOT, "web/guide/pictures"), WEB_ENDINGS, "guide/pictures/");
  site.set("libraries.js", bundle("libraries.mjs", "--global-name=Libraries"));
  take(PAGE, [".wasm"]);
  for (const name of filesIn(PAGE, [".js"])) site.set(name, minified(join(PAGE, name)));
  take(join(ROOT, "scenarios"), [".json"], "scenarios/");
  // The guide: Markdown by hand, and the description of the model; its first page is the folder's.
  const guide = readGuide();
  for (const page of guide.pages) site.set(`guide/${page.html}`, guidePage(page, guide));
  site.set("guide/index.html", site.get(`guide/${guide.pages[0].html}`));
  // Scenario files name it on their first line: editors find it beside a copy of them.
  site.set("scenarios/parley.scenario.schema.json", execFileSync(process.execPath, [join(ROOT, "build/wasm/parley.cjs"), "schema"]));
  take(join(ROOT, "assets"), [".md"]);
  for (const name of ["index.html", "parley.js", "parley.wasm", "engine.js", "engine.wasm"])
    if (!site.has(name)) fail(`there is no ${name} to put on the site`);
  return site;
}

// --- The guide -----------------------------------------------------------------------------------------------------

// pages.txt: groups ("## Name"), and in each its pages ("file.md<tab>label"), in order.
function readGuide() {
  const groups = [], pages = [];
  for (const line of readFileSync(join(ROOT, "web/guide/pages.txt"), "utf8").split("\n")) {
    if (line.startsWith("## ")) groups.push({ name: line.slice(3), pages: [] });
    const [name, label] = line.split("\t");
    if (!label) continue;
    const file = join(ROOT, name === "model.md" ? "src/model/ODD.md" : `web/guide/${name}`);
    if (!existsSync(file)) fail(`web/guide/pages.txt names ${name}, which is not there`);
    const page = { name, label, html: name.slice(0, -3) + ".html", text: readFileSync(file, "utf8") };
    groups.at(-1).pages.push(page);
    pages.push(page);
  }
  return { groups, pages };
}

// A page that reads well on paper and glass, without a script.
function guidePage(page, { groups, pages }) {
  const icon = readFileSync(join(ROOT, "web/index.html"), "utf8").match(/<link rel="icon"[^\n]*/)[0];
  const title = page.text.match(/^# (.*)$/m)?.[1] ?? "Guide";
  const link = (to) => `<a href="${to.html}"${to === page ? ' aria-current="page"' : ""}>${to.label}</a>`;
  const nav = groups.map((group) => `<p>${group.name}</p>\n<ul>${group.pages.map((to) => `<li>${link(to)}</li>`).join("")}</ul>`).join("\n");
  const at = pages.indexOf(page), before = pages[at - 1], after = pages[at + 1];
  const turn = [before && `<a rel="prev" href="${before.html}">\u2190 ${before.label}</a>`, after && `<a rel="next" href="${after.html}">${after.label} \u2192</a>`];
  const body = marked.parse(page.text.replace(/<!-- .*? -->/g, ""), { mangle: false, headerIds: true })
    .replace(/href="([a-z_]+)\.md(#[^"]*)?"/g, 'href="$1.html$2"')
    .replaceAll("<table>", '<div class="wide"><table>').replaceAll("</table>", "</table></div>");
  return Buffer.from(`<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} \u00b7 Parley</title>
${icon}
<link rel="stylesheet" href="guide.css">
<header><a href="../index.html">Parley</a> <a class="contents" href="#contents">Contents</a></header>
<nav aria-label="Guide" id="contents">
${nav}
</nav>
<main class="${page.name.slice(0, -3)}">
${body}<p class="turn">${turn.filter(Boolean).join(" ")}</p>
</main>
</html>
`);
}

// Pages that commands write from measurements; the program has the others inside (CMakeLists.txt), these it opens.
const MEASURED = ["claims.html", "facts.html", "provenance.html"];

// Such a page alone, for the one file: style and pictures inside, no way to pages that are not there.
function lonePage(site, name) {
  const dataUrl = (file) => `data:${IMAGE_TYPES[extname(file)]};base64,` + (site.get("guide/" + file) ?? fail(`${name} names ${file}, which is not there`)).toString("base64");
  return site.get("guide/" + name).toString()
    .replace('<link rel="stylesheet" href="guide.css">', () => `<style>\n${site.get("guide/guide.css")}body { display: block; }\n</style>`)
    .replace(/<header>[^]*?<\/nav>\n/, "").replace(/<p class="turn">.*<\/p>\n/, "")
    .replace(/<a href="(?!#)[^"]*">([^]*?)<\/a>/g, "$1")
    .replace(/src="(pictures\/[^"]+)"/g, (_, file) => `src="${dataUrl(file)}"`);
}

// The quick start: one sheet of paper, and one file that needs nothing beside it.
function quickStart(version) {
  const style = readFileSync(join(ROOT, "web/zip/quickstart.css"), "utf8");
  return Buffer.from(`<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley ${version} in one page</title>
<style>
${style}</style>
<main>
${marked.parse(readFileSync(join(ROOT, "web/zip/quickstart.md"), "utf8"), { mangle: false, headerIds: false })}<p class="version">Parley ${version}</p>
</main>
</html>
`);
}

// --- One file ------------------------------------------------------------------------------------------------------

// Text that stands inside <script> must not end it, nor open an HTML comment.
const forScript = (text) => text.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
const forJson = (value) => JSON.stringify(value, null, 1).replace(/</g, "\\u003c");

const IMAGE_TYPES = { ".svg": "image/svg+xml", ".png": "image/png" };

function makeOffline(site) {
  const text = (name) => site.has(name) ? site.get(name).toString() : fail(`index.html names ${name}, which is not on the site`);
  const dataUrl = (name) => `data:${IMAGE_TYPES[extname(name)] ?? "application/octet-stream"};base64,` +
    (site.get(name) ?? fail(`${name} is named, but not on the site`)).toString("base64");

  const page = text("index.html");
  const marks = page.match(/^([^]*)<!-- inline:begin -->([^]*)<!-- inline:end -->([^]*)(<\/body>[^]*)$/);
  if (!marks) fail("web/index.html has no <!-- inline:begin --> … <!-- inline:end --> … </body>");
  const [, before, tags, body, end] = marks;

  const scripts = [], named = new Set();
  const styles = tags
    .replace(/<link\b[^>]*>/g, (tag) => {
      if (/\brel="preload"/.test(tag)) return "";
      const name = tag.match(/\bhref="([^"]+)"/)?.[1];
      if (!/\brel="stylesheet"/.test(tag)) return tag.replace(name, () => dataUrl(name));
      const style = text(name).replace(/url\(["']?(?!data:|#)([^"')]+)["']?\)/g, (_, file) => `url(${dataUrl(file)})`);
      return `<style>\n${style}</style>`;
    })
    .replace(/<script\b[^>]*\bsrc="([^"]+)"[^>]*><\/script>\s*/g, (_, name) => {
      named.add(name);
      scripts.push(`<script>\n${forScript(text(name))}\n</script>\n`);
      return "";
    });

  const inline = {};
  for (const [name, bytes] of site) {
    if (name.endsWith(".wasm")) inline[name] = bytes.toString("base64");
    else if (name === "notes.html" || /^[^/]+\.js$/.test(name) && !named.has(name)) inline[name] = bytes.toString();
  }
  for (const name of MEASURED) if (site.has("guide/" + name)) inline["guide/" + name] = lonePage(site, name);
  scripts.unshift(`<script>\nwindow.PARLEY_INLINE = ${forJson(inline)};\n</script>\n`);

  // A script with text in it runs at once, `defer` or not: at the end of the body the page is there, and has been painted.
  return Buffer.from(before + styles + body + scripts.join("") + end);
}

// --- Without a network ---------------------------------------------------------------------------------------------

// Every file of the site with its hash: the browser refuses one that is not of this build.
function makeServiceWorker(site) {
  const files = [...site].map(([name, bytes]) => {
    const hash = createHash("sha256").update(bytes).digest();
    return { url: name, revision: hash.toString("hex").slice(0, 16), integrity: "sha256-" + hash.toString("base64") };
  });
  return bundle("sw.mjs", `--define:PARLEY_FILES=${JSON.stringify(files)}`);
}

// --- Write ---------------------------------------------------------------------------------------------------------

function writeWhole(path, bytes) {
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path + ".new", bytes);
  renameSync(path + ".new", path);
  return true;
}

function writeSite(site) {
  for (const [name, bytes] of site) writeWhole(join(SITE, name), bytes);
  const all = readdirSync(SITE, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of all) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!site.has(relative(SITE, path).replaceAll("\\", "/"))) rmSync(path);
  }
}

function writeZip(offline, version) {
  const stage = join(ROOT, "build/.zip"), folder = join(stage, `parley-${version}`), zip = join(ROOT, `build/parley-${version}.zip`);
  const inside = {
    [OFFLINE]: offline,
    "QUICKSTART.html": quickStart(version),
    "LICENSES.md": readFileSync(join(ROOT, "assets/LICENSES.md")),
  };
  const sums = Object.entries(inside).map(([name, bytes]) => createHash("sha256").update(bytes).digest("hex") + "  " + name + "\n");
  inside.SHA256SUMS = Buffer.from(sums.join(""));
  const changed = Object.entries(inside).map(([name, bytes]) => writeWhole(join(folder, name), bytes));
  if (existsSync(zip) && !changed.includes(true)) return;
  const names = Object.keys(inside).map((name) => `parley-${version}/${name}`);
  const epoch = new Date("2000-01-01T12:00:00Z");  // the same content gives the same archive
  for (const name of names) utimesSync(join(stage, name), epoch, epoch);
  rmSync(zip + ".new", { force: true });
  execFileSync("zip", ["-q", "-X", "-9", zip + ".new", ...names], { cwd: stage, env: { ...process.env, TZ: "UTC" } });
  renameSync(zip + ".new", zip);
}

const version = readFileSync(join(ROOT, "build/wasm/generated/parley_version.h"), "utf8").match(/PARLEY_VERSION "([^"]+)"/)[1];
const site = collectSite();
const offline = makeOffline(site);
const weight = [...site.values()].reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0);
site.set("sw.js", makeServiceWorker(site));
site.set(OFFLINE, offline);
writeSite(site);
writeZip(offline, version);
const megabytes = (bytes) => (bytes / 1e6).toFixed(2) + " MB";
console.log(`parley page ${megabytes(weight)} compressed; ${OFFLINE} ${megabytes(offline.length)}; build/parley-${version}.zip`);
