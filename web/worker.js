// A worker: runs one pair of worlds at a time, in slices, so that a cancel is heard between them.
//
// in   { type: "engine", module }  { type: "job", ensemble, pair, seed, scenario }  { type: "cancel", ensemble }
// out  { type: "result", ensemble, pair, bytes }  { type: "cancelled", ensemble, pair }  { type: "working" }  { type: "failed" }
"use strict";

const SLICE_MS = 8, REPORT_MS = 250;
if (typeof createEngine === "undefined") importScripts("engine.js");  // the one-file page puts both into one text

let engine;          // promise of the instance
let job = null;
let slices = 0;      // number of the loop under way: an old loop that wakes up sees that it is over

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
    job = data;
    run(data, ++slices).catch(fail);
  } else if (data.type === "cancel" && job?.ensemble === data.ensemble) {
    const { ensemble, pair } = job;
    job = null;
    ++slices;
    postMessage({ type: "cancelled", ensemble, pair });
  }
};

async function run({ ensemble, pair, scenario }, mine) {
  const core = await engine;
  if (mine !== slices) return;
  const size = core.lengthBytesUTF8(scenario), text = core._malloc(size + 1);
  core.stringToUTF8(scenario, text, size + 1);
  const begun = core._engine_begin(text, size, pair);
  core._free(text);
  if (!begun) throw new Error("the scenario could not be read");

  for (let reported = performance.now(); !core._engine_work(SLICE_MS);) {
    await nextTurn();
    if (mine !== slices) return;
    if (performance.now() - reported > REPORT_MS) {
      reported = performance.now();
      postMessage({ type: "working" });
    }
  }
  const at = core._engine_result(), bytes = core.HEAPU8.slice(at, at + core._engine_result_size()).buffer;
  job = null;
  postMessage({ type: "result", ensemble, pair, bytes }, [bytes]);
}
