// Pool: workers that run pairs of worlds, each with an engine of its own.
//
// The session hands out jobs and takes results (src/app/session/session.h); the pool only keeps its workers busy, stops work
// nobody wants any more, and replaces a worker that fails or falls silent.  Where the browser refuses workers, the page works
// on the jobs itself, a few milliseconds at a time.
"use strict";

class Pool {
  static SLICE_MS = 8;             // of the page's own time, where there are no workers
  static SILENCE_MS = 4000;        // a busy worker reports several times a second
  static SILENCE_PER_CUSTOMER = 0.1;
  static MOST_FAILURES = 6;        // without a result between them: then the page works itself
  static AHEAD_MS = 250;           // a worker this quick has its next job in line before it is done with the one under way

  // engine: { module (WebAssembly.Module), worker() -> Worker }, or null; news() is called when results came in.
  // Workers start at once, and wait for begin().
  constructor(engine, news) {
    Object.assign(this, { jobs: null, engine, news });
    this.workers = [];
    this.failures = 0;
    this.alone = !engine;
    if (this.alone) return;
    const cores = navigator.hardwareConcurrency || 2;
    const size = Math.max(cores === 2 ? 2 : 1, Math.min(4, cores - 1));
    while (this.workers.length < size && this.hire()) {}
    setInterval(() => this.look(), 1000);
  }

  // jobs: { next(worker, workers), scenario(ensemble), wanted(ensemble, pair), deliver(ensemble, bytes), giveBack(ensemble, pair), work(ms) }
  begin(jobs) {
    this.jobs = jobs;
    this.pump();
  }

  hire(at = this.workers.length) {
    let worker;
    try {
      worker = this.engine.worker();
      worker.postMessage({ type: "engine", module: this.engine.module });
    } catch (error) {
      if (this.workers.length === 0) this.goAlone();
      return null;
    }
    const place = { worker, line: [], ms: Infinity, heard: performance.now(), suspect: false };
    worker.onmessage = (event) => this.hear(place, event.data);
    worker.onerror = (event) => { event.preventDefault(); this.replace(place); };
    worker.onmessageerror = () => this.replace(place);
    this.workers.splice(at, 0, place);
    return place;
  }

  replace(place) {
    const at = this.workers.indexOf(place);
    if (at < 0) return;
    this.workers.splice(at, 1);
    this.dismiss(place);
    if (++this.failures >= Pool.MOST_FAILURES) this.goAlone();
    else this.hire(at);
    this.pump();
  }

  dismiss(place) {
    place.worker.terminate();
    for (const { ensemble, pair } of place.line) this.jobs.giveBack(ensemble, pair);
  }

  // Stops work on what is no longer wanted and gives work to the idle, then to those who will soon be.  Nobody waits for a worker to
  // say that it stopped: it takes its messages in order, so what it is sent next is what it does next.
  pump() {
    if (!this.jobs) return;
    if (this.alone) return this.workAlone();
    for (const place of this.workers)
      place.line = place.line.filter(({ ensemble, pair }) => {
        if (this.jobs.wanted(ensemble, pair)) return true;
        place.worker.postMessage({ type: "cancel", ensemble, pair });
        this.jobs.giveBack(ensemble, pair);
        return false;
      });
    for (const ahead of [0, 1])
      for (const [number, place] of this.workers.entries()) {
        if (place.line.length > ahead || (ahead && place.ms > Pool.AHEAD_MS)) continue;
        const job = this.jobs.next(number, this.workers.length);
        if (!job) return;
        if (!place.line.length) Object.assign(place, { heard: performance.now(), suspect: false });
        place.line.push(job);
        place.worker.postMessage({ type: "job", ...job, scenario: this.scenario(job.ensemble) });
      }
  }

  scenario(ensemble) {
    if (this.last?.ensemble !== ensemble) {
      const text = this.jobs.scenario(ensemble);
      this.last = { ensemble, text };
      this.patience = Pool.SILENCE_MS + Pool.SILENCE_PER_CUSTOMER * (JSON.parse(text).market?.customers ?? 5000);
    }
    return this.last.text;
  }

  hear(place, message) {
    place.heard = performance.now();
    place.suspect = false;
    if (message.type === "failed") return this.replace(place);
    if (message.type !== "result") return;
    place.ms = message.ms;
    const at = place.line.findIndex(({ ensemble, pair }) => ensemble === message.ensemble && pair === message.pair);
    if (at < 0) return;  // it was cancelled when it was done already
    const [{ ensemble, pair }] = place.line.splice(at, 1);
    this.failures = 0;
    if (!this.jobs.deliver(ensemble, new Uint8Array(message.bytes))) this.jobs.giveBack(ensemble, pair);
    this.pump();
    this.news();
  }

  // A worker can die without a word.  The page may have been the one that slept, so silence counts when seen twice.
  look() {
    for (const place of [...this.workers]) {
      if (!place.line.length || performance.now() - place.heard < this.patience) continue;
      if (place.suspect) this.replace(place);
      place.suspect = true;
    }
  }

  goAlone() {
    this.alone = true;
    for (const place of this.workers.splice(0)) this.dismiss(place);
    if (this.jobs) this.workAlone();
  }

  // Half of the time, in slices, so that pictures and input come between them.  In a hidden tab, where timers hardly run, all of it.
  workAlone() {
    if (this.scheduled) return;
    this.scheduled = true;
    const slice = () => {
      this.scheduled = false;
      const state = this.jobs.work(Pool.SLICE_MS);
      if (state === 2) this.news();
      if (state > 0) this.workAlone();
    };
    if (!document.hidden) return setTimeout(slice, Pool.SLICE_MS);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = slice;
    port2.postMessage(0);
  }
}
