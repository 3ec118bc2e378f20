// Bridge: starts the program, gives it the page's size, input and files, and gives the page window.parley.
//
//   core       functions of src/app/platform/exports.cpp, wrapped
//   host       what the program asks of the page (src/app/platform/host.h)
//   frames     drawn on demand: wake() asks for one, the program says whether another should follow
//   work       links, kept work, the site without a network (link.js, share.js, work.js, offline.js)
//   parley     for other programs; see the contract in README
"use strict";

(() => {
  const $ = (id) => document.getElementById(id);
  const INLINE = window.PARLEY_INLINE;  // the one-file page carries its parts in itself
  const MOST_BYTES = 1 << 20;           // of a scenario file: a larger one is cut, so that the program refuses it
  const MOST_FILES = 16;                // of one drop
  const CONTEXT = { alpha: false, depth: false, stencil: false, antialias: false };   // as src/app/platform/platform.cpp asks for it
  let core = null, pool = null, mirror = null, preflight = null, notice = null, work = null, share = null;

  // --- Loading -----------------------------------------------------------------------------------------------------

  const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  // Compiled while it comes in.  progress(part) is told how much of it is there, where the server says how long it is.
  async function moduleOf(name, progress) {
    if (INLINE) return WebAssembly.compile(fromBase64(INLINE[name]));
    const response = await fetch(name).catch(() => null);
    if (!response?.ok) throw new Error(`${name} could not be loaded (${response?.status || "no connection"})`);
    const size = response.headers.has("Content-Encoding") ? 0 : Number(response.headers.get("Content-Length"));
    if (progress && size && response.body) watchArrival(response.clone().body.getReader(), size, progress);
    const streams = WebAssembly.compileStreaming && /^application\/wasm\b/.test(response.headers.get("Content-Type"));
    return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  async function watchArrival(reader, size, progress) {
    try {
      for (let there = 0, part; !(part = await reader.read()).done; progress(there / size)) there += part.value.length;
    } catch { /* whoever compiles it says so */ }
  }

  // A script that few need.
  function bring(name) {
    const script = document.createElement("script");
    return new Promise((resolve, reject) => {
      if (INLINE) script.textContent = INLINE[name];
      else Object.assign(script, { src: name, onload: resolve, onerror: () => reject(new Error(`${name} could not be loaded`)) });
      document.head.append(script);
      if (INLINE) resolve();
    });
  }

  function trouble(what, remedy) {
    $("step").hidden = $("progress").hidden = true;
    const box = $("trouble");
    box.replaceChildren(...[what, remedy].map((text) => Object.assign(document.createElement("p"), { textContent: text })));
    box.hidden = false;
    $("loading").hidden = false;
    $("loading").classList.remove("done");
  }

  // --- The program's functions -------------------------------------------------------------------------------------

  function wrap(module) {
    const text = (pointer) => module.UTF8ToString(pointer);
    const call = (name, result, ...types) => module.cwrap(name, result, types);
    // Runs use(pointer, size) with the bytes in the program's memory.
    const lend = (bytes, use) => {
      const at = module._malloc(bytes.length + 1);
      module.HEAPU8.set(bytes, at);
      module.HEAPU8[at + bytes.length] = 0;
      try { return use(at, bytes.length); } finally { module._free(at); }
    };
    const utf8 = new TextEncoder();
    const lendText = (string, use) => lend(utf8.encode(string), use);
    const job = module._malloc(12);
    return {
      version: text(module._parley_version()),
      // The canvas's own typeface, so that the page around it is written in the same.
      font: (name) => lendText(name, (at) => {
        const data = module._parley_font(at, job);
        return data ? module.HEAPU8.slice(data, data + module.HEAPU32[job >> 2]) : null;
      }),
      frame: (now) => module._parley_frame(now),
      catchUp: () => module._parley_catch_up() !== 0,
      nudge: () => module._parley_nudge(),
      nudgeOnce: () => module._parley_nudge_once(),
      redraw: () => module._parley_redraw(),
      resize: (w, h, ratio) => module._parley_resize(w, h, ratio),
      touch: (on) => module._parley_touch(on ? 1 : 0),
      context: (there) => module._parley_context(there ? 1 : 0),
      click: call("parley_click", null, "string"),
      slide: call("parley_slide", null, "string", "number"),
      type: call("parley_type", null, "string", "string"),
      focus: call("parley_focus", null, "string"),
      key: call("parley_key_name", "number", "string", "number"),
      check: call("parley_check", null, "string", "number", "string"),
      notes: () => text(module._parley_notes(performance.now())),
      sitting: () => text(module._parley_sitting()),
      restoreAgenda: call("parley_restore_agenda", null, "string"),
      restoreTeam: call("parley_restore_team", null, "string", "string"),
      pauseSession: () => module._parley_pause_session(),

      load: (string) => JSON.parse(lendText(string, (at, size) => text(module._parley_load(at, size)))),
      set: (path, value) => JSON.parse(lendText(path, (p) => lendText(value, (v) => text(module._parley_set(p, v))))),
      saved: () => text(module._parley_saved()),
      openFile: (name, bytes) => lendText(name, (n) => lend(bytes, (at, size) => module._parley_open_file(n, at, size))),
      openShipped: (id) => lendText(id, (at) => module._parley_open_shipped(at)),

      // Words of assets/strings, with {name} replaced.
      text: (key, holes = {}) => lendText(key, (at) => text(module._parley_text(at))).replace(/\{(\w+)\}/g, (hole, name) => holes[name] ?? hole),
      decisions: () => module._parley_decisions(),
      kept: () => text(module._parley_kept()),
      restore: (string) => lendText(string, (at, size) => module._parley_restore(at, size)) !== 0,
      link: () => text(module._parley_link()),
      openLink: (string) => lendText(string, (at, size) => text(module._parley_open_link(at, size))),

      jobs: {
        next: (worker, workers) => module._parley_next_job(job, worker, workers) ?
          { ensemble: module.HEAPU32[job >> 2], pair: module.HEAPU32[(job >> 2) + 1], seed: module.HEAPU32[(job >> 2) + 2] } : null,
        scenario: (ensemble) => text(module._parley_job_scenario(ensemble)),
        wanted: (ensemble, pair) => module._parley_wanted(ensemble, pair) !== 0,
        deliver: (ensemble, bytes) => lend(bytes, (at, size) => module._parley_deliver(ensemble, at, size)) !== 0,
        giveBack: (ensemble, pair) => module._parley_give_back(ensemble, pair),
        work: (ms) => module._parley_work(ms),
      },
      masked: () => module._parley_masked() !== 0,
      calm: (on) => module._parley_calm(on ? 1 : 0),
      pairs: () => module._parley_scenario_pairs(),
      seed: () => module._parley_scenario_seed(),
      requestComparison: (pairs, seed) => module._parley_request_comparison(pairs, seed) >>> 0,
      takeComparison: (number) => text(module._parley_take_comparison(number)),
      resultRevision: () => module._parley_result_revision(),
      result: () => text(module._parley_result()),
    };
  }

  // --- What the program asks for -----------------------------------------------------------------------------------

  function download(name, blob) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  const TYPES = { json: "application/json", csv: "text/csv", html: "text/html", txt: "text/plain" };
  const host = {
    checkMachine: () => preflight.run(),
    mirror: (list) => mirror.show(JSON.parse(list)),
    announce: (sentence) => { $("live").textContent = sentence; },
    openFile: () => $("file").click(),
    save: (name, text) => download(name, new Blob([text], { type: TYPES[name.split(".").pop()] ?? "text/plain" })),
    savePicture: () => $("canvas").toBlob((blob) => blob && download("parley.png", blob), "image/png"),
    copy: (text) => navigator.clipboard?.writeText(text).catch(() => {}),
    share: () => share.open(),
    openGuide,
    address: () => share.picture(),
    theme: (dark) => { document.documentElement.dataset.theme = dark ? "dark" : "light"; },
  };

  // --- Frames ------------------------------------------------------------------------------------------------------

  const LATEST_MS = 250;   // until the workers begin, though there be no picture
  const SLOW_MS = 50;   // between two pictures in a row: then drawing leaves time to the workers
  let begun = false, asked = false, drawn = false, last = 0, rest = 0;

  function wake() {
    if (!begun || asked) return;
    asked = true;
    requestAnimationFrame(frame);
  }

  const times = [];   // of the last pictures: when, and how long the program worked at each
  function frame(now) {
    asked = false;
    if (waiting.size && core.masked()) news();
    const began = performance.now(), state = core.frame(now), more = (state & 1) !== 0;
    times.push({ at: now, ms: performance.now() - began });
    if (times.length > 120) times.shift();
    tellNotes();
    keepSitting();
    work.look();
    pool?.pump();
    if (state & 2) catchUp();
    if (state & 4) tick();
    rest = last && now - last > SLOW_MS + rest ? SLOW_MS : 0;
    last = more ? now : 0;
    if (!drawn) {
      drawn = true;
      pool.begin(core.jobs);
      $("loading").classList.add("done");
      setTimeout(() => $("loading").remove(), 400);
    }
    if (!more) return;
    if (rest) setTimeout(wake, rest);
    else wake();
  }

  // Something counts seconds: it is drawn once in each, also while nothing else moves.
  let ticks = 0;
  function tick() {
    ticks ||= setTimeout(() => {
      ticks = 0;
      if (document.hidden) tellNotes();
      core.nudgeOnce();
      wake();
    }, 1000 - Date.now() % 1000);
  }

  // The town may need more than its slice of each picture: it gets one between pictures too.
  const { port1: turn, port2: next } = new MessageChannel();
  let catching = false;
  turn.onmessage = () => {
    catching = false;
    if (core.catchUp()) catchUp();
    else wake();
  };
  function catchUp() {
    if (catching) return;
    catching = true;
    next.postMessage(0);
  }

  // Something changed from outside: draw it, and see whether workers have something else to do.
  function changed() {
    core.nudge();
    pool?.pump();
    wake();
  }

  // --- What a reload must not lose ---------------------------------------------------------------------------------

  // The timer of the session and the files of teams belong to this tab; storage may be refused, then they live as long as the page.
  const SITTING = "parley.sitting", KEEP_MS = 1000;
  let keptAt = -KEEP_MS;

  function keepSitting() {
    if (performance.now() - keptAt < KEEP_MS) return;
    keptAt = performance.now();
    const sitting = core.sitting();
    try {
      if (sitting) sessionStorage.setItem(SITTING, sitting);
      else sessionStorage.removeItem(SITTING);
    } catch {}
  }

  function takeUpSitting() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(SITTING));
      if (!kept) return;
      core.restoreAgenda(kept.agenda);
      for (const team of kept.teams) core.restoreTeam(kept.scenario, team);
    } catch {}
  }

  // --- The speaker's notes -----------------------------------------------------------------------------------------

  // A window of its own (notes.html): it is told what changed, and passes the clicker on.
  const LOCAL = location.protocol === "file:", HOME = LOCAL ? "*" : location.origin;  // files have no origin to name
  let notes = null, toldNotes = "";

  function openNotes() {
    notes = window.open(INLINE ? "" : "notes.html", "parley-notes", "popup,width=760,height=820");
    $("blocked").hidden = !!notes;
    if (!notes) return;
    if (INLINE) {
      notes.document.open();
      notes.document.write(INLINE["notes.html"].replace('<script src="notes.js"></script>', () => `<script>${INLINE["notes.js"]}<\/script>`));
      notes.document.close();
    }
    notes.focus();
    toldNotes = "";
    tellNotes();
  }

  // A measured page of the guide. The one file has it inside; where a second tab is not allowed, the page itself goes there.
  function openGuide(name) {
    const tab = window.open(INLINE ? "" : `guide/${name}`, "parley-guide");
    if (!tab && !INLINE) location.assign(`guide/${name}`);
    if (tab && INLINE) {
      tab.document.open();
      tab.document.write(INLINE[`guide/${name}`]);
      tab.document.close();
    }
    tab?.focus();
  }

  function tellNotes() {
    if (!notes || notes.closed) return;
    const state = core.notes();
    if (state === toldNotes) return;
    toldNotes = state;
    notes.postMessage({ parley: "notes", state: JSON.parse(state) }, HOME);
  }

  function watchNotes() {
    addEventListener("message", ({ data, source, origin }) => {
      if (data?.parley !== "notes" || !(LOCAL || origin === location.origin) || source === window) return;
      if (data.here) {  // it opened, or this page was loaded again
        notes = source;
        toldNotes = "";
        tellNotes();
      }
      if (data.pause) core.pauseSession();
      if (data.key === "PageDown" || data.key === "PageUp") core.key(data.key, 0);
      wake();
    });
    $("blocked").querySelector("button").addEventListener("click", openNotes);
  }

  // --- Size, input, files ------------------------------------------------------------------------------------------

  function watchSize(stage) {
    const tell = () => {
      core.resize(stage.clientWidth, stage.clientHeight, Math.min(2, devicePixelRatio || 1));
      wake();
    };
    new ResizeObserver(tell).observe(stage);
    // A change of zoom or monitor changes the ratio, not always the size.
    const watchRatio = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      tell();
      watchRatio();
    }, { once: true });
    watchRatio();
    document.addEventListener("fullscreenchange", tell);
    tell();
  }

  function watchInput(canvas) {
    for (const kind of ["pointerdown", "pointerup", "pointermove", "mousemove", "wheel", "touchstart", "touchmove", "touchend", "keydown",
      "keyup", "focus", "blur", "mouseleave"])
      addEventListener(kind, wake, { capture: true, passive: true });
    document.addEventListener("visibilitychange", wake);

    const touch = (event) => core.touch(event.pointerType === "touch");
    addEventListener("pointerdown", touch, { capture: true, passive: true });
    core.touch(matchMedia("(pointer: coarse)").matches);

    canvas.addEventListener("webglcontextlost", (event) => { event.preventDefault(); core.context(false); });
    canvas.addEventListener("webglcontextrestored", () => { core.context(true); wake(); });
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());

    // The canvas has no use for keys: Tab, F5, Ctrl+R and all others stay the browser's.
    for (const kind of ["keydown", "keyup", "keypress"])
      canvas.addEventListener(kind, (event) => event.stopImmediatePropagation(), { capture: true });
    document.addEventListener("keydown", onKey, { capture: true });
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const dialog = document.querySelector("dialog[open]");
    if (dialog && !event.key.startsWith("Page")) return;
    dialog?.close();  // a clicker goes on with the plan
    const target = event.target, slider = target.matches("input[type=range]");
    if (!slider && target.matches("input, textarea, select, [contenteditable]")) return;
    if (target.closest("button, a, summary") && (event.key === " " || event.key === "Enter")) return;
    if (slider && /^(Arrow|Home$|End$)/.test(event.key)) return;  // PgUp and PgDn are the clicker's while a session is on
    if (core.key(event.key, event.shiftKey ? 1 : 0)) event.preventDefault();
  }

  // Several at once are the files of teams; the program says what it took.
  async function openFiles(files) {
    for (const file of [...files].slice(0, MOST_FILES)) core.openFile(file.name, new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer()));
    changed();
  }

  function watchFiles() {
    const drop = $("drop"), carries = (event) => event.dataTransfer?.types.includes("Files");
    let depth = 0;  // dragenter and dragleave come for every element on the way
    const over = (by) => { depth = Math.max(0, depth + by); drop.hidden = depth === 0; };
    addEventListener("dragenter", (event) => { if (carries(event)) { event.preventDefault(); over(1); } });
    addEventListener("dragleave", (event) => { if (carries(event)) over(-1); });
    addEventListener("dragover", (event) => { if (carries(event)) event.preventDefault(); });
    addEventListener("drop", (event) => {
      over(-depth);
      if (!carries(event)) return;
      event.preventDefault();
      openFiles(event.dataTransfer.files);
    });
    $("file").addEventListener("change", (event) => {
      openFiles(event.target.files);
      event.target.value = "";  // the same file again is a change again
    });
  }

  // --- Workers -----------------------------------------------------------------------------------------------------

  async function engine() {
    if (typeof Worker === "undefined") return null;
    const module = await moduleOf("engine.wasm");
    if (!INLINE) return { module, worker: () => new Worker("worker.js") };
    const address = URL.createObjectURL(new Blob([INLINE["engine.js"], "\n", INLINE["worker.js"]], { type: "text/javascript" }));
    return { module, worker: () => new Worker(address) };
  }

  // --- window.parley -----------------------------------------------------------------------------------------------

  const listeners = new Set();
  const waiting = new Map();  // number of a comparison -> { resolve, reject }
  let told = 0;               // revision of the last result that listeners heard of

  const masked = () => Object.assign(new Error("results are covered until the forecast is revealed"), { name: "Masked" });

  function news() {
    if (core.masked()) {
      for (const { reject } of waiting.values()) reject(masked());
      waiting.clear();
      return wake();
    }
    for (const [number, { resolve }] of waiting) {
      const json = core.takeComparison(number);
      if (!json) continue;
      waiting.delete(number);
      resolve(JSON.parse(json));
    }
    const revision = core.resultRevision();
    if (revision && revision !== told) {
      told = revision;
      if (listeners.size) {
        const result = JSON.parse(core.result());
        for (const listener of listeners) listener(result);
      }
    }
    wake();  // the program sees what came, and draws when it counted it
  }

  function afterFirstResult(act) {
    const NEVER_MS = 20000, PAUSE_MS = 1000, EVERY_MS = 250, begun = performance.now();
    const look = setInterval(() => {
      if (!core.resultRevision() && performance.now() - begun < NEVER_MS) return;
      clearInterval(look);
      setTimeout(act, PAUSE_MS);
    }, EVERY_MS);
  }

  let isReady, hasFailed;
  const ready = new Promise((resolve, reject) => { isReady = resolve; hasFailed = reject; });
  ready.catch(() => {});  // the page itself shows what went wrong

  // At ?bench the simulator is not opened: nothing of it may take time.
  let bench = null;
  async function measure(parts) {
    await bring("bench.js");
    const counted = { deliver() {} };
    const jobs = { ...core.jobs, deliver(...job) { counted.deliver(); return core.jobs.deliver(...job); } };
    const hire = () => {
      pool = new Pool(parts, news);
      pool.begin(jobs);
      return pool;
    };
    bench = new Bench({ core, engine: parts, counted, parley: window.parley, pool: () => pool ?? hire() });
    isReady();
  }

  const running = () => {
    if (!core) throw new Error("the simulator is still loading: wait for window.parley.ready");
    return core;
  };
  const whole = (value, least, most, name) => {
    if (!Number.isInteger(value) || value < least || value > most)
      throw new RangeError(`${name} must be a whole number from ${least} to ${most}`);
    return value;
  };

  window.parley = Object.freeze({
    ready,
    get version() { return running().version; },
    load(scenario) {
      const problems = running().load(typeof scenario === "string" ? scenario : JSON.stringify(scenario) ?? "");
      changed();
      return problems;
    },
    scenario: () => JSON.parse(running().saved()),
    set(path, value) {
      const problems = running().set(String(path), JSON.stringify(value) ?? "null");
      changed();
      return problems;
    },
    async compare({ pairs, seed } = {}) {
      await ready;
      if (core.masked()) throw masked();
      pairs = whole(pairs ?? core.pairs(), 1, 10000, "pairs");
      seed = whole(seed ?? core.seed(), 0, 4294967295, "seed");
      const number = core.requestComparison(pairs, seed);
      if (!number) throw new RangeError(`${pairs} pairs of this scenario are more than a page can keep; use the command line`);
      const result = new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
      pool.pump();
      news();
      return result;
    },
    async bench() {
      await ready;
      if (!bench) throw new Error("measuring needs the page to itself: open it with ?bench");
      return bench.result;
    },
    on(event, listener) {
      if (event !== "result") throw new RangeError(`there is no event ${event}, only result`);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });

  // --- Start -------------------------------------------------------------------------------------------------------

  async function start() {
    // Both programs are on their way, and the workers start as soon as theirs is there, while the browser makes ready to draw.
    const program = moduleOf("parley.wasm", (part) => { $("progress").value = part; });
    const measuring = new URLSearchParams(location.search).has("bench");
    const hiring = engine().catch(() => null).then((parts) => {
      if (!measuring) pool = new Pool(parts, news);
      return parts;
    });
    const finding = Work.find(), canvas = $("canvas");
    for (const promise of [program, finding]) promise.catch(() => {});  // told below
    if (!canvas.getContext("webgl2", CONTEXT))
      throw Object.assign(new Error("This browser cannot draw the picture: WebGL 2 is missing or switched off."),
        { remedy: "Try another browser, or switch hardware acceleration on in this one's settings." });
    const compiled = await program;
    $("step").textContent = "Starting …";
    const module = await new Promise((resolve, reject) => createParley({
      canvas, host, noExitRuntime: true,
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), reject);
        return {};
      },
    }).then(resolve, reject));
    const [found, parts] = await Promise.all([finding, hiring]);
    core = wrap(module);
    for (const [name, weight] of [["Inter-Regular.ttf", "400"], ["Inter-SemiBold.ttf", "600"], ["Inter-Bold.ttf", "700"]]) {
      const face = core.font(name);
      if (face) document.fonts.add(new FontFace("Parley", face, { weight }));
    }
    if (measuring) return measure(parts);
    mirror = new Mirror($("mirror"), canvas, {
      click: (id) => {
        if (id === "session.notes") openNotes();  // only a click may open a window, so it is not left to the next frame
        core.click(id);
        wake();
      },
      slide: (id, value) => { core.slide(id, value); wake(); },
      type: (id, words) => { core.type(id, words); wake(); },
      focus: (id) => { core.focus(id); wake(); },
    });
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    core.calm(calm.matches);
    calm.addEventListener("change", () => { core.calm(calm.matches); wake(); });
    watchSize($("stage"));
    watchInput(canvas);
    watchFiles();
    watchNotes();
    takeUpSitting();
    preflight = new Preflight({
      stage: $("stage"), canvas, inline: !!INLINE, times, pool: () => pool,
      wake: () => { core.redraw(); wake(); },
      check: (id, good, value) => { core.check(id, good ? 1 : 0, value); wake(); },
    });
    notice = new Notice($("notices"), core.text);
    work = new Work(core, notice, changed);
    share = new Share($("share"), core.text, core.link, () => work.share());
    await work.start(found);
    begun = true;
    setTimeout(() => pool.begin(core.jobs), LATEST_MS);  // the first picture comes before; in a hidden tab it may not
    wake();
    isReady();
    // What the site needs without a network is fetched when the page no longer needs the network itself.
    if (!INLINE) afterFirstResult(() => Offline.register(notice, core.text, () => work.flush()));
  }

  const begin = () => start().catch((error) => {
    hasFailed(error);
    trouble(error.remedy ? error.message : `The simulator could not start: ${error.message}`,
      error.remedy ?? "Reload the page. If that does not help, an up-to-date Chrome, Edge, Firefox or Safari should.");
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
