// Preflight: measures room and machine for the panel of that name (src/app/views/preflight.cpp).
//
//   check(id, good, value)   one row; value is what was found, as text without judgement
"use strict";

class Preflight {
  static FRAMES = 30;            // pictures that are timed
  static SLOW_MS = 16;           // of work in one picture
  static FEW_PER_SECOND = 24;
  static LEAST = [1280, 720];    // CSS pixels of a projector
  static SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

  // { check(id, good, value), stage, canvas, core, pool, inline, wake }
  constructor(page) { Object.assign(this, page); }

  run() {
    for (const name of ["screen", "gpu", "frame", "storage", "offline", "workers", "clock", "sound"])
      Promise.resolve().then(() => this[name]()).catch((error) => [false, String(error.message ?? error)])
        .then(([good, value]) => this.check(name, good, value));
  }

  screen() {
    const { clientWidth: w, clientHeight: h } = this.stage, [least, low] = Preflight.LEAST;
    return [w >= least && h >= low && w > h, `${w} × ${h}`];
  }

  gpu() {
    const gl = this.canvas.getContext("webgl2"), info = gl?.getExtension("WEBGL_debug_renderer_info");
    if (!gl) return [false, "no 3D graphics in this browser"];
    const whole = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    const name = whole.replace(/^ANGLE \([^,]*, /, "").replace(/ (Direct3D|OpenGL|\().*$/, "").replace(/[,)]+$/, "");
    return [!Preflight.SOFTWARE.test(whole), (Preflight.SOFTWARE.exec(whole)?.[0] ?? name).slice(0, 60)];
  }

  // Work in one picture as the bridge times it, and how many came in a second while nothing held them back.
  async frame() {
    const { times } = this;
    times.length = 0;
    const began = performance.now();
    while (times.length < Preflight.FRAMES && performance.now() - began < 6000) {
      this.wake();
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    if (times.length < 3) return [false, "stands still"];
    const seconds = (times.at(-1).at - times[0].at) / 1000, rate = (times.length - 1) / Math.max(seconds, 0.001);
    const work = times.map((time) => time.ms).sort((a, b) => a - b)[times.length >> 1];
    return [work <= Preflight.SLOW_MS && rate >= Preflight.FEW_PER_SECOND, `${Math.round(rate)} pictures a second`];
  }

  async storage() {
    const open = await new Promise((resolve, reject) => {
      const request = indexedDB.open("parley-preflight");
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => reject(new Error("refused by the browser"));
    });
    open.close();
    indexedDB.deleteDatabase("parley-preflight");
    const estimate = await navigator.storage?.estimate?.();
    if (!estimate?.quota) return [true, "available"];
    const free = (estimate.quota - (estimate.usage ?? 0)) / 1e6;
    return [free > 20, `${Math.round(free).toLocaleString("en")} MB free`];
  }

  async offline() {
    if (this.inline) return [true, "one file, needs no network"];
    const registration = await navigator.serviceWorker?.getRegistration?.();
    return registration?.active ? [true, "kept for use without a network"] : [false, "needs the network"];
  }

  workers() {
    const n = this.pool().workers.length;
    return n > 0 ? [true, `${n} of ${navigator.hardwareConcurrency ?? "?"} processors help`] : [false, "one processor alone"];
  }

  clock() {
    const now = new Date();
    return [now.getFullYear() > 2020, now.toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hour12: false })];
  }

  sound() { return [true, "not used"]; }
}
