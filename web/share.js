// Share: the link to the state on screen, to copy or to scan from the last row.
"use strict";

class Share {
  // root: the <dialog> of index.html; text: (key, holes) -> words; link: () -> text of the state; onShare(): the address is now shared
  constructor(root, text, link, onShare) {
    Object.assign(this, { root, text, link, onShare });
    const at = (name) => root.querySelector(`[data-is="${name}"]`);
    this.at = at;
    at("copy").addEventListener("click", () => this.copy());
    at("close").addEventListener("click", () => root.close());
    at("link").addEventListener("focus", () => at("link").select());
    root.addEventListener("click", (event) => { if (event.target === root) root.close(); });  // beside the card
    root.addEventListener("close", () => this.giveBackFocus());
  }

  address() { return location.href.replace(/[?#].*$/, "") + "#" + Link.pack(this.link()); }

  // For a page to take home: the address and its picture.
  picture() {
    const address = this.address();
    return { address, svg: Link.qr(address, this.text("share.qr")) };
  }

  open() {
    const { at, text } = this, { address, svg } = this.picture();
    for (const name of ["title", "intro", "label", "copy"]) at(name).textContent = text("share." + name);
    at("close").ariaLabel = text("share.close");
    at("link").value = address;
    at("qr").innerHTML = svg;
    at("qr").hidden = !svg;
    at("note").textContent = this.note(address, svg);
    at("done").textContent = "";
    this.before = document.activeElement?.dataset?.id;
    this.root.showModal();
    at("copy").focus();
    this.onShare();
  }

  // Where the link leads nowhere for others, or the picture cannot be drawn or is hard to scan.
  note(address, svg) {
    const here = location.protocol === "file:" || /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(location.host);
    const words = here ? [this.text(location.protocol === "file:" ? "share.file" : "share.local")] : [];
    if (!svg) words.push(this.text("share.too_long"));
    else if (address.length > 700) words.push(this.text("share.dense"));
    return words.join(" ");
  }

  async copy() {
    const field = this.at("link");
    let copied = false;
    try {
      await navigator.clipboard.writeText(field.value);
      copied = true;
    } catch {
      field.focus();
      field.select();
      try { copied = document.execCommand("copy"); } catch { /* then by hand */ }
      if (copied) this.at("copy").focus();
    }
    this.at("done").textContent = this.text(copied ? "share.copied" : "share.by_hand");
  }

  // What opened the dialog may have been a row of a menu that is closed by now: then the menu's button gets the focus, as soon as it
  // is there to take it.
  giveBackFocus(tries = 30) {
    for (const id of [this.before, "menu"]) {
      const twin = id !== undefined && document.querySelector(`[data-id="${CSS.escape(id)}"]:not(:disabled)`);
      if (twin) return twin.focus();
    }
    if (tries > 0) requestAnimationFrame(() => this.giveBackFocus(tries - 1));
  }
}
