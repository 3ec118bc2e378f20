// Notes: the facilitator's second window.  It shows what the page tells it (parley_notes in src/app/platform/exports.cpp) and passes
// the clicker on.  Page and notes know each other as opener and opened; nothing goes through a network.
"use strict";

(() => {
  const $ = (id) => document.getElementById(id);
  const page = window.opener;
  const served = /^https?:$/.test(location.protocol);   // files have no origin to name
  let state = null, heard = 0;

  const tell = (message) => page?.postMessage({ parley: "notes", ...message }, served ? location.origin : "*");
  const clock = (seconds) => {
    const whole = seconds < 0 ? Math.floor(-seconds) : Math.ceil(seconds);
    return (seconds < 0 && whole > 0 ? "\u2212" : "") + [Math.floor(whole / 60), whole % 60].map((n) => String(n).padStart(2, "0")).join(":");
  };

  function show() {
    $("session").hidden = $("plan").hidden = !state.on;
    $("idle").hidden = state.on;
    $("verdict").textContent = state.verdict;
    if (!state.on) return;
    for (const id of ["block", "say", "note", "shows", "room", "warning"]) $(id).textContent = state[id];
    $("rest").textContent = state.paused ? `paused · ${state.rest}` : state.rest;
    $("next").textContent = `Next: ${state.next}`;
    $("pause").textContent = state.paused ? "Go on" : "Pause";
    $("blocks").replaceChildren(...state.blocks.map(({ title, length, now }) => {
      const row = Object.assign(document.createElement("li"), { textContent: `${title} ${length}` });
      if (now) row.setAttribute("aria-current", "step");
      return row;
    }));
    count();
  }

  // The page tells the time when it draws; between that the seconds go on here.
  function count() {
    if (!state?.on) return;
    const passed = state.paused ? 0 : (performance.now() - heard) / 1000;
    $("left").textContent = clock(state.seconds - passed);
  }

  addEventListener("message", (event) => {
    if (event.source !== page || (served && event.origin !== location.origin) || event.data?.parley !== "notes") return;
    state = event.data.state;
    heard = performance.now();
    show();
  });
  setInterval(() => {
    count();
    if (performance.now() - heard > 2500) tell({ here: true });
  }, 500);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !["PageDown", "PageUp"].includes(event.key)) return;
    event.preventDefault();
    tell({ key: event.key });
  });
  $("next").addEventListener("click", () => tell({ key: "PageDown" }));
  $("back").addEventListener("click", () => tell({ key: "PageUp" }));
  $("pause").addEventListener("click", () => tell({ pause: true }));
  tell({ here: true });
})();
