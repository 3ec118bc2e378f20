// Bench: the page at ?bench measures the engine in this browser (tests/bench/README.md) instead of opening the simulator.
//
// W1 to W3 run in a worker each, by src/study/bench.h; W4 in the page's own pool of workers, as a comparison of a program would: new seeds,
// so that nothing is remembered.  ?bench=quick: one round of each, as --quick.  window.parley.bench() gives what `parley bench --format json` prints.  Nothing is drawn meanwhile.
"use strict";

class Bench {
  static PAIRS = 50;
  static ROUNDS = 3;                                  // of W4
  static CITIES = [1e6, 5e5, 2e5, 1e5];               // W3: the first that fits into the 1 GB a page's engine may take
  static COLUMNS = ["work", "customers", "days", "pairs", "jobs", "seconds", "ns", "plain", "ratio", "bytes", "memory"];

  // { core, engine, pool() -> Pool, parley, counted }   counted.deliver(act): act is called when a pair arrives
  constructor(page) {
    Object.assign(this, page);
    this.scenario = this.core.saved();
    this.quick = new URLSearchParams(location.search).get("bench") === "quick";
    this.build();
    this.result = this.measure();
    this.result.catch((error) => this.say("bench.failed", { why: String(error.message ?? error) }));
  }

  static number = (value, digits = 0) =>
    value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }).replaceAll(",", "\u202f");
  static middle(values) {
    const sorted = [...values].sort((a, b) => a - b), half = sorted.length >> 1;
    return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  // --- Measuring ---------------------------------------------------------------------------------------------------

  async measure() {
    const begun = performance.now(), results = [];
    this.copy.disabled = true;
    const took = (result) => { results.push(result); this.row(result); };
    if (!this.engine) throw new Error(this.core.text("bench.no_workers"));
    for (const work of [0, 1]) took(await this.alone(work, 0));
    took(await this.city());
    took(await this.pairs(results[1]));
    this.shares(results);
    this.say("bench.done", { seconds: Bench.number((performance.now() - begun) / 1000, 0) });
    this.copy.disabled = false;
    return results;
  }

  hire() {
    const worker = this.engine.worker();
    worker.postMessage({ type: "engine", module: this.engine.module });
    return worker;
  }

  // Gives a worker a task; resolves with its last answer.
  ask(worker, task, hear = () => {}) {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.type === "failed") reject(new Error(data.message));
        hear(data);
        if (data.result || data.ns) resolve(data);
      };
      worker.onerror = (event) => { event.preventDefault(); reject(new Error(event.message)); };
      worker.postMessage(task);
    });
  }

  // One work in a worker with nothing in its memory.
  async alone(work, customers) {
    const worker = this.hire(), told = ({ part }) => this.progress(work, part);
    told({ part: 0 });
    try {
      return (await this.ask(worker, { type: "bench", work, customers, quick: this.quick, scenario: this.scenario }, told)).result;
    } finally {
      worker.terminate();
    }
  }

  async city() {
    for (const customers of Bench.CITIES) {
      try {
        return await this.alone(2, customers);
      } catch (error) {
        if (customers === Bench.CITIES.at(-1)) throw error;
        this.note("bench.too_large", { customers: Bench.number(customers) });
      }
    }
  }

  // Rounds of the plain loop and the work, as in C++; the first work is the opening's own and warms up.
  async pairs({ bytes_per_customer }) {
    const worker = this.hire(), plain = async () => (await this.ask(worker, { type: "plain loop" })).ns;
    const { market, run, arms } = JSON.parse(this.scenario), pairs = Bench.PAIRS;
    const days = run.days ?? 364, customerDays = market.customers * ((run.warmup_days ?? 182) + days * arms.length) * pairs;
    this.progress(3, 0);
    const jobs = this.pool().workers.length, rounds = this.quick ? 1 : Bench.ROUNDS;
    if (!jobs) throw new Error(this.core.text("bench.no_workers"));
    await plain();
    await this.parley.compare({ pairs });
    const ns = [], ratios = [], firsts = [], loops = [await plain()];
    for (let round = 0; round < rounds; ++round) {
      const began = performance.now();
      let first = 0;
      this.counted.deliver = () => { first ||= performance.now() - began; };
      await this.parley.compare({ pairs, seed: 1000 + round });
      ns.push(1e6 * (performance.now() - began) / customerDays);
      firsts.push(first / 1000);
      loops.push(await plain());
      ratios.push(2 * ns[round] / (loops[round] + loops[round + 1]));
      this.progress(3, (round + 1) / rounds);
    }
    worker.terminate();
    return {
      work: "W4", platform: "wasm", customers: market.customers, days, pairs, jobs, seconds: 1e-9 * Bench.middle(ns) * customerDays,
      ns_per_customer_day: Bench.middle(ns), low: Math.min(...ns), high: Math.max(...ns), bytes_per_customer, reference_ns: Bench.middle(loops),
      ratio: Bench.middle(ratios), ratio_low: Math.min(...ratios), ratio_high: Math.max(...ratios), first_pair_seconds: Bench.middle(firsts),
    };
  }

  // --- Showing -----------------------------------------------------------------------------------------------------

  build() {
    const { text } = this.core, make = (tag, key) => Object.assign(document.createElement(tag), { textContent: key ? text(key) : "" });
    const root = this.root = make("main"), head = make("tr"), back = Object.assign(make("a", "bench.back"), { href: location.pathname });
    root.id = "bench";
    for (const column of Bench.COLUMNS) head.append(Object.assign(make("th", `bench.col.${column}`), { scope: "col" }));
    this.status = Object.assign(make("p"), { role: "status" });
    this.bar = Object.assign(make("progress"), { max: 4, value: 0, ariaLabel: text("bench.title") });
    this.body = make("tbody");
    this.notes = make("ul");
    this.copy = Object.assign(make("button", "bench.copy"), { type: "button", onclick: () => this.copyResult() });
    const table = make("table"), thead = make("thead"), scroll = Object.assign(make("div"), { className: "scroll", tabIndex: 0, role: "region", ariaLabel: text("bench.table") });
    thead.append(head);
    table.append(make("caption", "bench.table"), thead, this.body);
    scroll.append(table);
    const buttons = Object.assign(make("p"), { className: "buttons" });
    buttons.append(this.copy, back);
    root.append(make("h1", "bench.title"), make("p", "bench.intro"), this.status, this.bar, scroll, this.notes, buttons);
    document.getElementById("stage").replaceWith(root);
    document.getElementById("loading").remove();
    document.querySelector(".skip").remove();
    document.title = `${text("bench.title")} · Parley`;
  }

  say(key, holes) { this.status.textContent = this.core.text(key, holes); }
  note(key, holes) { this.notes.append(Object.assign(document.createElement("li"), { textContent: this.core.text(key, holes) })); }

  progress(work, part) {
    this.bar.value = work + part;
    this.say("bench.running", { work: `W${work + 1}`, part: Bench.number(100 * part) });
  }

  row(r) {
    const range = (...values) => {
      const [value, low, high] = values.map((value) => Bench.number(value, 2)), between = document.createElement("small");
      between.textContent = this.core.text("bench.range", { low, high });
      return low === high ? value : [value, between];  // one round has no range
    };
    const row = this.body.insertRow(), work = document.createElement("th");
    work.scope = "row";
    work.textContent = `${r.work} ${this.core.text(`bench.${r.work}`)}`;
    row.append(work);
    for (const cell of [Bench.number(r.customers), Bench.number(r.days), Bench.number(r.pairs), Bench.number(r.jobs), Bench.number(r.seconds, 3),
      range(r.ns_per_customer_day, r.low, r.high), Bench.number(r.reference_ns, 2), range(r.ratio, r.ratio_low, r.ratio_high),
      Bench.number(r.bytes_per_customer), r.peak_bytes ? Bench.number(r.peak_bytes / 1e6) : "–"])
      row.insertCell().append(...[cell].flat());
    for (const { when, share, published } of r.curve ?? [])
      this.note("bench.curve", { when, share: Bench.number(100 * share, 2), published: Bench.number(100 * published, 2) });
    if (r.growth) this.note("bench.growth", { growth: Bench.number(r.growth, 2), customers: Bench.number(r.small_customers), ns: Bench.number(r.small_ns, 2) });
    if (r.first_pair_seconds) this.note("bench.first", { seconds: Bench.number(r.first_pair_seconds, 3) });
  }

  shares(results) {
    for (const { work, shares } of results) {
      if (!shares) continue;
      const parts = Object.entries(shares).filter(([, share]) => share >= 0.005).sort((a, b) => b[1] - a[1]);
      this.note("bench.shares", { work, parts: parts.map(([name, share]) => `${name} ${Bench.number(100 * share, 1)} %`).join(", ") });
    }
  }

  async copyResult() {
    const json = `[\n${(await this.result).map((result) => "  " + JSON.stringify(result)).join(",\n")}\n]\n`;
    try {
      await navigator.clipboard.writeText(json);
      this.say("share.copied");
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: json, readOnly: true, ariaLabel: this.core.text("bench.copy") });
      this.notes.after(area);
      area.select();
      this.say("share.by_hand");
    }
  }
}
