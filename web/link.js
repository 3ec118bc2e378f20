// Link: a state in the fragment of the address, #s=1…: the text of src/app/session/link.h, deflated, as base64url.
//
// The first character is the version and stands for the packing too.  Deflate comes from a library rather than from the browser's
// CompressionStream: a link made in one browser must open in every other, and a copy must be ready within the click that asks.
"use strict";

class Link {
  static WORD = "s=";

  // The fragment of an address, without #.
  static pack(text) {
    const bytes = Libraries.deflateSync(new TextEncoder().encode(text), { level: 9 });
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return Link.WORD + text[0] + base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  }

  // Gives as much of the text as can be read, for the program to judge: an empty one at worst.
  static unpack(fragment) {
    const packed = fragment.slice(Link.WORD.length).replace(/[^\w-]+$/, "");  // what a sentence around the link leaves on it
    if (packed[0] !== "1") return packed.slice(0, 1);
    let text = "";
    try {
      const bytes = Uint8Array.from(atob(packed.slice(1).replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
      const reader = new TextDecoder();
      const inflate = new Libraries.Inflate((chunk) => { text += reader.decode(chunk, { stream: true }); });
      inflate.push(bytes);
    } catch { /* what came before it stands */ }
    return text || packed[0];
  }

  // The fragment of this page's address if it is a link's, else null.
  static here() {
    const fragment = location.hash.slice(1);
    return fragment.startsWith(Link.WORD) ? fragment : null;
  }

  // Modules dark on white whatever the theme, and a wide margin: it is read from the last row of a room.  "" when it is too long.
  static qr(address, label) {
    const QUIET = 6;
    const code = Libraries.qrcode(0, "M");
    try {
      code.addData(address, "Byte");
      code.make();
    } catch {
      return "";
    }
    const side = code.getModuleCount(), whole = side + 2 * QUIET;
    let path = "";
    for (let y = 0; y < side; ++y)
      for (let x = 0, run; x < side; x += run || 1) {
        for (run = 0; x + run < side && code.isDark(y, x + run); ++run);
        if (run) path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      }
    const name = label.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges" role="img" ` +
      `aria-label="${name}"><path fill="#fff" d="M0 0h${whole}v${whole}H0z"/><path fill="#000" d="${path}"/></svg>`;
  }
}
