#!/usr/bin/env node
// Runs W1 of this engine, natively and under node, in turn with other simulators and with hand-written loops, and prints the ratios.
//
//   PEERS=FOLDER node tests/bench/peers.mjs [--customers N] [--rounds N] [--no-slow] [--out FILE.csv]
//
// The others are no part of this repository.  PEERS has their scripts (js_typed.mjs, as_tuned.mjs, as_links.mjs, flocc.mjs, py_peers.py);
// what those need is in PEERS_BUILD (compiled kernels w1, w1.js) and PEERS_NPM (node_modules), by default where the run.sh beside the
// scripts puts it.  Each prints one line of JSON with "rate", customer-days a second of its tick loop, and "tail", its share of owners
// over the second half; what is not there is named and left out.
// Every run of a peer stands between two of ours: ratio = mean of those two / the peer.  Medians over the rounds.  Slow ones run once.

import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const DAYS = 200, TAIL = 0.7902, WITHIN = 0.01;

function fail(text) {
  console.error("peers: " + text);
  process.exit(2);
}
const options = { customers: 100000, rounds: 3, slow: true, out: null };
for (let i = 2; i < process.argv.length; ++i) {
  const word = process.argv[i];
  if (word === "--no-slow") options.slow = false;
  else if (word === "--out") options.out = process.argv[++i] ?? fail("--out takes a file");
  else if (word === "--customers" || word === "--rounds") {
    const number = Number(process.argv[++i]);
    if (!Number.isInteger(number) || number < 1) fail(`${word} takes a whole number`);
    options[word.slice(2)] = number;
  } else fail(`there is no option ${word}; there are --customers, --rounds, --no-slow, --out`);
}
const peers = process.env.PEERS ?? fail("PEERS names the folder of the others' scripts");
if (!existsSync(peers)) fail(`there is no folder ${peers}`);
const home = process.env.PEERS_TMP ?? join(tmpdir(), "peers-bench");
const build = process.env.PEERS_BUILD ?? join(home, "build"), npm = process.env.PEERS_NPM ?? join(home, "npm/node_modules");

// --- Who runs ------------------------------------------------------------------------------------------------------

const OURS = {
  native: [join(ROOT, "build/native/parley")],
  wasm: [process.execPath, join(ROOT, "build/wasm/parley.cjs")],
};
const kernel = (name) => [join(build, "w1"), name, "N", "T", "1", "S"];
const wasmKernel = (name) => [process.execPath, "--no-experimental-fetch", join(build, "w1.js"), name, "N", "T", "1", "S"];
const script = (name) => [process.execPath, "--max-old-space-size=16000", join(peers, name), "N", "T", "S"];
const PEERS = [
  // name, beside which of ours, command, goal, and whether it takes minutes
  ["plain C++ loop (scalar)", "native", kernel("scalar"), 1.5],
  ["hand-written kernel thin512", "native", kernel("thin512"), 0.5],
  ["hand-written kernel delta", "native", kernel("delta"), 0.5],
  ["JavaScript typed arrays", "wasm", script("js_typed.mjs"), 8],
  ["Python numpy", "wasm", ["/usr/bin/python3", join(peers, "py_peers.py"), "numpy", "N", "T", "S"], 10],
  ["wasm kernel scalar", "wasm", wasmKernel("scalar")],
  ["wasm kernel thin", "wasm", wasmKernel("thin")],
  ["wasm kernel delta", "wasm", wasmKernel("delta")],
  ["agentscript, tuned", "wasm", script("as_tuned.mjs"), 80],
  ["flocc", "wasm", script("flocc.mjs"), 600, "slow"],
  ["agentscript, links", "wasm", script("as_links.mjs"), 1000, "slow"],
];

const run = (command) => execFileSync(command[0], command.slice(1),
  { encoding: "utf8", maxBuffer: 1 << 24, env: { ...process.env, PEERS_NPM: npm }, stdio: ["ignore", "pipe", "pipe"] });

// Customer-days a second.
function ours(platform, work = "W1", customers = options.customers) {
  const words = ["bench", "--quick", "--only", work, "--format", "json", "--wall", ...(customers ? ["--customers", String(customers)] : [])];
  return 1e9 / JSON.parse(run([...OURS[platform], ...words]))[0].ns_per_customer_day;
}

function theirs(command) {
  const words = { N: String(options.customers), T: String(DAYS), S: "0.3" };
  const line = run(command.map((word) => words[word] ?? word)).split("\n").filter((text) => text.startsWith("{")).at(-1);
  const { rate, tail } = JSON.parse(line);
  if (Math.abs(tail / TAIL - 1) > WITHIN) throw new Error(`does other work: its share of owners is ${tail}`);
  return rate;
}

// --- In turn -------------------------------------------------------------------------------------------------------

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b), half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
const rows = new Map(PEERS.map(([name, against, , goal]) => [name, { name, against, goal, rates: [], ours: [], ratios: [] }]));
const absent = new Set();
const across = [];  // W2: time under node beside time natively

for (let round = 0; round < options.rounds; ++round) {
  let before = null;
  for (const [name, against, command, , slow] of PEERS) {
    if (absent.has(name) || (slow && (round > 0 || !options.slow))) continue;
    const own = before?.against === against ? before.rate : ours(against), row = rows.get(name);
    let rate;
    try {
      rate = theirs(command);
    } catch (error) {
      absent.add(name);
      console.error(`peers: ${name} is left out: ${String(error.stderr || error.message).trim().split("\n").at(-1)}`);
      before = { against, rate: own };
      continue;
    }
    before = { against, rate: ours(against) };
    const mean = (own + before.rate) / 2;
    row.rates.push(rate);
    row.ours.push(mean);
    row.ratios.push(mean / rate);
    console.error(`round ${round + 1}: ${name} ${(rate / 1e6).toFixed(3)}, ours ${(mean / 1e6).toFixed(1)} (${against}), ratio ${(mean / rate).toFixed(2)}`);
  }
  across.push(ours("native", "W2", 0) / ours("wasm", "W2", 0));
}

// --- Telling -------------------------------------------------------------------------------------------------------

const million = (values) => (median(values) / 1e6).toPrecision(4);
const range = (values) => `${Math.min(...values).toPrecision(3)} to ${Math.max(...values).toPrecision(3)}`;
const table = [["beside", "goal", "ratio", "range", "rounds", "ours", "ours, M/s", "theirs, M/s"]];
for (const row of rows.values())
  if (row.rates.length)
    table.push([row.name, row.goal ? `>= ${row.goal}` : "", median(row.ratios).toPrecision(3), range(row.ratios), String(row.rates.length),
      row.against, million(row.ours), million(row.rates)]);
table.push(["W2: time under node beside native", "<= 1.7", median(across).toPrecision(3), range(across), String(across.length), "wasm", "", ""]);

const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
console.log(`W1, ${options.customers} customers, one thread; million customer-days a second`);
for (const row of table) console.log(row.map((cell, column) => column ? cell.padStart(widths[column]) : cell.padEnd(widths[column])).join("  "));
if (options.out) {
  const field = (cell) => /[",]/.test(cell) ? `"${cell}"` : cell;
  writeFileSync(options.out, table.map((row) => row.map(field).join(",") + "\n").join(""));
}
