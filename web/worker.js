// A worker: runs pairs of worlds, one at a time and in slices, so that a cancel is heard between them.  Jobs wait in line here,
// so that the next one begins while the page still looks at the answer to the last.
//
// in   { type: "engine", module }  { type: "job", ensemble, pair, seed, scenario }  { type: "cancel", ensemble, pair }
//      { type: "bench", work, scenario, customers, quick }  { type: "plain loop" }   for bench.js, in workers of its own
// out  { type: "result", ensemble, pair, ms, bytes }  { type: "working" }  { type: "failed" }
//      { type: "bench", part, result }  { type: "plain loop", ns }
"use strict";

const SLICE_MS = 8, REPORT_MS = 250;
if (typeof createEngine === "undefined") importScripts("engine.js");  // the one-file page puts both into one text

let engine;          // promise of the instance
let working = false;
const line = [];     // jobs; the first is under way

// setTimeout waits at least 4 ms after a few turns; a message to oneself does not.
const { port1: wake, port2: turn } = new MessageChannel();
const nextTurn = () => new Promise((resolve) => { turn.onmessage = resolve; wake.postMessage(0); });

const fail = (error) => postMessage({ type: "failed", message: String(error) });

onmessage = ({ data }) => {
  if (data.type === "engine") {
    engine = createEngine({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(data.module, imports).then((instance) => done(instance, data.module), fail);
        return {};
      },
    });
  } else if (data.type === "job") {
    line.push(data);
    if (!working) work().catch(fail);
  } else if (data.type === "cancel") {
    const at = line.findIndex(({ ensemble, pair }) => ensemble === data.ensemble && pair === data.pair);
    if (at >= 0) line.splice(at, 1);
  } else if (data.type === "bench") {
    bench(data).catch(fail);
  } else if (data.type === "plain loop") {
    engine.then((core) => postMessage({ type: "plain loop", ns: core._engine_plain_loop() })).catch(fail);
  }
};

// Runs use(address, size) with the text in the engine's memory.
function lend(core, string, use) {
  const size = core.lengthBytesUTF8(string), text = core._malloc(size + 1);
  core.stringToUTF8(string, text, size + 1);
  const answer = use(text, size);
  core._free(text);
  return answer;
}

async function work() {
  working = true;
  const core = await engine;
  while (line.length) await live(core, line[0]);
  working = false;
}

async function live(core, job) {
  const { ensemble, pair, scenario } = job, begun = performance.now();
  if (!lend(core, scenario, (text, size) => core._engine_begin(text, size, pair))) throw new Error("the scenario could not be read");

  for (let reported = begun; !core._engine_work(SLICE_MS);) {
    await nextTurn();
    if (line[0] !== job) return;  // cancelled
    if (performance.now() - reported > REPORT_MS) {
      reported = performance.now();
      postMessage({ type: "working" });
    }
  }
  line.shift();
  const at = core._engine_result(), bytes = core.HEAPU8.slice(at, at + core._engine_result_size()).buffer;
  postMessage({ type: "result", ensemble, pair, ms: performance.now() - begun, bytes }, [bytes]);
}

// One work, turn by turn; the last message has what was measured.
async function bench({ work, scenario, customers, quick }) {
  const core = await engine, turns = lend(core, scenario, (text, size) => core._engine_bench(work, text, size, customers, quick ? 1 : 0));
  if (!turns) throw new Error("the scenario could not be read");
  for (let left = turns; left > 0;) {
    left = core._engine_bench_turn();
    const result = left ? null : JSON.parse(core.UTF8ToString(core._engine_bench_result()));
    postMessage({ type: "bench", part: 1 - left / turns, result });
    await nextTurn();
  }
}
