// Work: what a person does survives a reload, a crash and a closed tab.
//
// After every decision the program's text of it (src/app/session/keep.h) goes into IndexedDB.  Every tab has a record of its own,
// so no tab ever overwrites what another one did; the id of a tab's record stands in sessionStorage, which a reload keeps, and a
// Web Lock of that name tells whether a tab lives that works on it.
//
//   record  { text, address, at }   address: what stood behind the page's path when it was kept
//   start   a reload: the tab's own record.  Otherwise #s=, then ?scenario=, then the own or the newest record, then the scenario
//           the program opened with.  Work that was not opened is offered.
"use strict";

class Work {
  static MOST = 12;            // records
  static AFTER_MS = 100;       // of a decision, at most so often
  static RELOAD_MS = 1500;     // the page before a reload may hold its lock a little longer
  static OTHER_MS = 800;     // so may that of a tab just closed
  static OPEN_MS = 3000;       // the page waits no longer; some browsers never answer where storage is refused

  // What there is, looked up while the program still loads.
  static async find() {
    const found = { db: null, own: null, newest: null, lock: undefined };
    try {
      const opening = Work.open();
      found.db = await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, Work.OPEN_MS, null))]);
      if (!found.db) return { ...found, late: opening };
      const ids = await found.db.getAllKeys("work"), records = await found.db.getAll("work");
      const all = records.map((record, i) => ({ ...record, id: ids[i] })).sort((a, b) => b.at - a.at);
      const own = Work.tab();
      found.own = all.find(({ id }) => id === own) ?? null;
      found.newest = all.find(({ id }) => id !== own) ?? null;
      if (found.own) found.lock = await Work.lock(own, Work.RELOAD_MS);
      for (const { id } of all.slice(Work.MOST)) if (id !== own) await found.db.delete("work", id);
    } catch (error) {
      found.refused = error;
    }
    return found;
  }

  static open() {
    return Libraries.openDB("parley", 1, {
      upgrade(db) {
        db.createObjectStore("work");
        db.createObjectStore("aside", { autoIncrement: true });
      },
      blocking(before, after, { target }) { target.close(); },
    });
  }

  // The id of this tab's record.
  static tab(id) {
    try {
      if (id) sessionStorage.setItem("parley.work", id);
      return sessionStorage.getItem("parley.work");
    } catch {
      return null;
    }
  }

  // A function that lets go of it; null if a living tab has it; undefined where there are no locks.
  static lock(id, patience) {
    if (!navigator.locks) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const giveUp = new AbortController(), timer = setTimeout(() => giveUp.abort(), patience);
      navigator.locks.request("parley.work." + id, { signal: giveUp.signal }, () => {
        clearTimeout(timer);
        return new Promise((release) => resolve(release));
      }).catch((error) => resolve(error.name === "AbortError" ? null : undefined));
    });
  }

  // core: { decisions(), kept(), restore(text), link(), openLink(text), openShipped(id), text(key, holes) }; changed(): draw
  constructor(core, notice, changed) {
    Object.assign(this, { core, notice, changed });
    this.id = null;        // of the record, once there is something to keep
    this.last = "";        // what it holds
    this.shared = false;   // someone shared or opened a link: then the address goes with the work
    this.timer = 0;
    this.saving = Promise.resolve();
  }

  // --- Start -------------------------------------------------------------------------------------------------------

  async start(found) {
    this.db = found.db;
    if (found.refused) this.refused();
    found.late?.then((db) => { this.db = db; }, () => this.refused());
    const { own, newest, lock } = found, earlier = own ?? newest;
    const link = Link.here(), id = new URLSearchParams(location.search).get("scenario");
    const again = performance.getEntriesByType("navigation")[0]?.type !== "navigate";  // a reload, a restored tab
    const resume = () => own ? this.resume(own, lock, true) : newest && Work.lock(newest.id, Work.OTHER_MS).then((lock) => this.resume(newest, lock));
    if (link === null && id === null) {
      await resume();
    } else if (!again || own?.address !== location.search + location.hash || !await resume()) {
      lock?.();  // the work of before rests; it can be gone back to
      link !== null ? this.openLink(link) : this.core.openShipped(id);
      if (earlier) this.offer(earlier.id);
    }
    this.seen = this.core.decisions();
    addEventListener("hashchange", () => this.addressChanged());
    addEventListener("pagehide", () => this.flush());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.flush(); });
  }

  // Goes on with a record; with a copy where another tab lives on it, or may do so for all that is known.
  async resume({ id, text }, lock, own = false) {
    if (!this.core.restore(text)) {
      lock?.();
      if (lock !== null) await this.putAside(id);
      return false;
    }
    if (lock || (own && lock === undefined)) this.take(id, lock);
    else if (lock === null) this.notice.say("tabs", this.core.text("work.tabs"));
    this.last = this.core.kept() + location.search + location.hash;
    this.shared = Link.here() !== null;
    return true;
  }

  take(id, lock) {
    this.id = id;
    this.unlock = lock;
    Work.tab(id);
  }

  leave() {
    this.unlock?.();
    this.id = this.unlock = null;
  }

  // A record that cannot be read is kept for someone who can.
  async putAside(id) {
    try {
      await this.db.add("aside", { ...await this.db.get("work", id), id });
      await this.db.delete("work", id);
    } catch { /* it stays where it is */ }
  }

  // --- Keeping -----------------------------------------------------------------------------------------------------

  // After every picture: is there a decision to keep?
  look() {
    const now = this.core.decisions();
    if (now === this.seen) return;
    this.seen = now;
    this.timer ||= setTimeout(() => this.save(), Work.AFTER_MS);
  }

  flush() {
    this.look();
    if (this.timer || this.id) this.save();
    return this.saving;
  }

  save() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.followAddress();
    if (!this.db) return;
    if (!this.id) {
      const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
      this.take(id, null);
      Work.lock(id, Work.OTHER_MS).then((lock) => { if (this.id === id) this.unlock = lock; else lock?.(); });
    }
    const text = this.core.kept(), address = location.search + location.hash;
    if (text + address === this.last) return;  // a tab that only closes is not the newest work
    this.last = text + address;
    this.saving = this.put({ text, address, at: Date.now() }).catch(() => this.refused());
  }

  // The commit goes out in the same turn: a page that is being left gets no other.
  async put(record) {
    const change = this.db.transaction("work", "readwrite");
    change.store.put(record, this.id);
    change.commit?.();
    await change.done;
  }

  refused() {
    this.db = null;
    this.notice.say("refused", this.core.text("work.refused"));
  }

  // --- The address -------------------------------------------------------------------------------------------------

  share() {
    this.shared = true;
    this.save();
  }

  followAddress() {
    if (!this.shared) return;
    try {
      history.replaceState(null, "", location.pathname + "#" + Link.pack(this.core.link()));
    } catch { /* an address from the disk may be fixed */ }
  }

  openLink(fragment) {
    this.shared = true;
    const note = this.core.openLink(Link.unpack(fragment));
    if (note) this.notice.say("link", note);
  }

  async addressChanged() {
    const link = Link.here();
    if (link === null) return;
    const before = this.id;
    await this.flush();
    this.leave();
    this.openLink(link);
    this.seen = this.core.decisions();
    if (before) this.offer(before);
    this.changed();
  }

  offer(id) {
    this.notice.say("back", this.core.text("work.earlier"), [["work.back", () => this.goBack(id)]]);
  }

  async goBack(id) {
    await this.flush();
    const record = await this.db?.get("work", id);
    if (!record) return;
    this.leave();
    this.notice.drop("link");
    history.replaceState(null, "", location.pathname);
    await this.resume({ ...record, id }, await Work.lock(id, Work.OTHER_MS));
    this.seen = this.core.decisions();
    this.changed();
  }
}
