// Notice: a sentence at the edge of the page with up to two things to do about it.  It waits; nothing is covered or interrupted.
"use strict";

class Notice {
  constructor(root, text) {
    this.root = root;
    this.text = text;  // (key, holes) -> words
    this.shown = new Map();
  }

  // One of a name at a time.  actions: [[key of its words, function], …]
  say(name, words, actions = []) {
    this.drop(name);
    const box = document.createElement("div"), row = document.createElement("p");
    box.className = "notice";
    box.append(Object.assign(document.createElement("p"), { textContent: words }), row);
    for (const [key, act] of [...actions, ["notice.close", () => {}]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: this.text(key) });
      button.addEventListener("click", () => { this.drop(name); act(); });
      row.append(button);
    }
    this.root.append(box);
    this.shown.set(name, box);
  }

  drop(name) {
    this.shown.get(name)?.remove();
    this.shown.delete(name);
  }
}
