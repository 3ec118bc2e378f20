// Offline: registers the service worker of the site and says when a new version waits.  It never takes over by itself: one works
// on with what one has, until the last tab is closed or someone asks for the new version.
"use strict";

class Offline {
  // notice: a Notice; text: (key) -> words; before(): a promise, when everything is kept
  static async register(notice, text, before) {
    const workers = navigator.serviceWorker;
    if (!workers || !/^https?:$/.test(location.protocol)) return;
    let asked = false;
    const start = async (worker) => {
      asked = true;
      await before();
      worker.postMessage("use it now");
    };
    const offer = (worker) => notice.say("update", text("update.ready"), [["update.now", () => start(worker)]]);
    // Another tab may ask, too: then this one runs on with the old program until it is reloaded.
    const led = workers.controller !== null;
    workers.addEventListener("controllerchange", () => {
      if (asked) location.reload();
      else if (led) notice.say("update", text("update.taken"), [["update.reload", () => before().then(() => location.reload())]]);
    });
    try {
      const registration = await workers.register("sw.js");
      const watch = (worker) => worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && registration.active) offer(worker);
      });
      if (registration.waiting && registration.active) offer(registration.waiting);
      watch(registration.installing);
      registration.addEventListener("updatefound", () => watch(registration.installing));
    } catch { /* refused: the page works on with the network */ }
  }
}
