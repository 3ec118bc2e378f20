// Mirror: a DOM twin of every control and text on the canvas, for assistive technology, the keyboard and programs.
//
// show() gets the list that the canvas was drawn from (src/app/ui.h) and changes only what differs, so that focus, a screen
// reader's place and an element held by a test survive.  What a person does to a twin goes back through send.
"use strict";

class Mirror {
  // send: { click(id), slide(id, value), type(id, words), focus(id) }
  constructor(root, canvas, send) {
    this.root = root;
    this.canvas = canvas;
    this.twins = new Map();   // id -> element
    this.groups = new Map();  // name -> element
    root.addEventListener("click", (event) => {
      const id = Mirror.idOf(event);
      if (id !== undefined && event.target.closest("button")) send.click(id);
    });
    root.addEventListener("input", (event) => {
      const id = Mirror.idOf(event), field = event.target;
      if (field.matches(Mirror.FIELDS)) field.typing = true;
      if (field.type === "search") send.type(id, field.value);
      else if (field.type === "range") send.slide(id, field.valueAsNumber);
    });
    // Words count when the person is done with them: Enter, Ctrl+Enter where Enter makes a line, or leaving.  Esc takes them back,
    // and leaves; in a search it empties first.
    root.addEventListener("change", (event) => {
      if (!event.target.matches(Mirror.FIELDS)) return;
      event.target.typing = false;
      send.type(Mirror.idOf(event), event.target.value);
    });
    root.addEventListener("keydown", (event) => {
      const field = event.target;
      if (event.key === "Escape" && field.type === "search" && !field.value) field.blur();
      if (!field.matches(Mirror.FIELDS)) return;
      if (event.key === "Escape") {
        field.value = field.last.value ?? "";
        field.typing = false;
        field.blur();
        event.stopPropagation();
      } else if (event.key === "Enter" && event.ctrlKey) {
        field.typing = false;
        send.type(Mirror.idOf(event), field.value);
      }
    });
    // What is typed into a number replaces it.  A press puts its caret after the focus came: once it is over, all is selected again.
    root.addEventListener("focusin", (event) => {
      if (!event.target.last?.select || this.keeping) return;
      event.target.select();
      this.entered = event.target;
    });
    root.addEventListener("click", (event) => {
      const field = event.target;
      if (field === this.entered && field.selectionStart === field.selectionEnd) field.select();
      this.entered = null;
    });
    // The canvas takes presses without taking the focus: whoever types is done then.
    canvas.addEventListener("pointerdown", () => {
      if (document.activeElement?.matches(Mirror.FIELDS) && root.contains(document.activeElement)) document.activeElement.blur();
    });
    root.addEventListener("focusin", (event) => {
      const visible = event.target.matches(":focus-visible");
      send.focus(visible ? Mirror.idOf(event) ?? "" : "");
    });
    root.addEventListener("focusout", () => send.focus(""));
    root.addEventListener("keydown", (event) => send.focus(Mirror.idOf(event) ?? ""));  // the first key after a click
    this.passPointerOn();
  }

  static FIELDS = "input[type=text], textarea";

  static idOf(event) { return event.target.closest("[data-id]")?.dataset.id; }

  // --- The list ----------------------------------------------------------------------------------------------------

  show(widgets) {
    const held = this.root.contains(document.activeElement) ? document.activeElement : null;
    const heir = Mirror.heirOf(held);
    const wanted = [], members = new Map();  // group element -> its elements
    const seen = new Set(), seenGroups = new Set();
    for (const widget of widgets) {
      if (seen.has(widget.id)) continue;  // a name used twice: the first one stands
      seen.add(widget.id);
      const twin = this.twin(widget);
      if (!widget.group) { wanted.push(twin); continue; }
      seenGroups.add(widget.group);
      const group = this.group(widget);
      if (!members.has(group)) { members.set(group, []); wanted.push(group); }
      members.get(group).push(twin);
    }
    for (const [id, twin] of this.twins) if (!seen.has(id)) { twin.remove(); this.twins.delete(id); }
    for (const [name, group] of this.groups) if (!seenGroups.has(name)) { group.remove(); this.groups.delete(name); }
    Mirror.arrange(this.root, wanted);
    for (const [group, twins] of members) Mirror.arrange(group, this.withLists(group, twins));
    this.keepFocus(held, heir);
  }

  // Who gets the focus when an option goes: the button that opened its list.
  static heirOf(option) {
    if (option?.kind !== "option") return null;
    let before = option.parentElement;
    while (before && before.getAttribute("aria-expanded") !== "true") before = before.previousElementSibling;
    return before;
  }

  // What opens a dialog is disabled while that is open: focus goes into the dialog, and back to where it was when it closes.
  keepFocus(held, heir) {
    const dialog = this.twins.get("dialog")?.parentElement;
    dialog?.setAttribute("role", "dialog");
    dialog?.setAttribute("aria-modal", "true");
    const lost = held && (held.disabled || !held.isConnected), appears = dialog && dialog !== this.dialog;
    this.dialog = dialog;
    if (lost && dialog && !heir) this.opener ??= held;
    if (held && !lost && document.activeElement !== held) {  // it was moved within the page, which takes its focus
      this.keeping = true;
      held.focus({ preventScroll: true });
      this.keeping = false;
    }
    if (lost && heir?.isConnected && !heir.disabled) heir.focus({ preventScroll: true });
    else if (lost || (appears && document.activeElement === document.body))
      dialog?.querySelector("button:enabled, input:enabled, textarea:enabled")?.focus({ preventScroll: true });
    if (dialog || !this.opener) return;
    if (document.activeElement === document.body || this.opener === held) this.opener.focus({ preventScroll: true });
    this.opener = null;
  }

  // Moves only what stands in the wrong place.
  static arrange(parent, nodes) {
    const staying = new Set(nodes);
    for (const node of [...parent.childNodes]) if (!staying.has(node)) node.remove();  // or the others would move past it, and lose the focus
    let next = parent.firstChild;
    for (const node of nodes) {
      if (node === next) next = next.nextSibling;
      else parent.insertBefore(node, next);
    }
  }

  group(widget) {
    let group = this.groups.get(widget.group);
    if (!group) {
      group = document.createElement("div");
      this.groups.set(widget.group, group);
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", widget.group);
    }
    return group;
  }

  // An option needs a list around it: one for each row of options that stand together.
  withLists(group, twins) {
    group.lists ??= [];
    const out = [];
    let used = 0;
    for (let i = 0; i < twins.length; ++i) {
      if (twins[i].kind !== "option") { out.push(twins[i]); continue; }
      let end = i;
      while (end < twins.length && twins[end].kind === "option") ++end;
      const list = group.lists[used] ??= document.createElement("div");
      ++used;
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", group.getAttribute("aria-label"));
      Mirror.arrange(list, twins.slice(i, end));
      out.push(list);
      i = end - 1;
    }
    return out;
  }

  twin(widget) {
    let twin = this.twins.get(widget.id);
    if (!twin || twin.kind !== widget.role) {
      twin?.remove();
      twin = Mirror.make(widget);
      this.twins.set(widget.id, twin);
    }
    if (widget.grab && !twin.last.grab) requestAnimationFrame(() => twin.focus());  // once it stands in the page
    Mirror.refresh(twin, widget);
    return twin;
  }

  static make(widget) {
    const tag = { button: "button", option: "button", checkbox: "button", slider: "input", search: "input", field: "input", area: "textarea", heading: "h2", text: "p" };
    const twin = document.createElement(tag[widget.role] ?? "div");
    twin.kind = widget.role;
    twin.last = {};
    twin.dataset.id = widget.id;
    if (twin instanceof HTMLButtonElement) twin.type = "button";
    if (widget.role === "slider") twin.type = "range";
    if (widget.role === "field") Object.assign(twin, { type: "text", autocomplete: "off", maxLength: 400 });
    if (widget.role === "area") twin.maxLength = 8000;
    if (widget.role === "search") Object.assign(twin, { type: "search", autocomplete: "off", spellcheck: false, maxLength: 60 });
    const role = { option: "option", checkbox: "checkbox", status: "status", image: "img", group: "group" }[widget.role];
    if (role) twin.setAttribute("role", role);
    if (widget.role === "status") twin.setAttribute("aria-live", "off");  // #live speaks, when there is something to say
    return twin;
  }

  static refresh(twin, widget) {
    const last = twin.last;
    twin.last = widget;
    const [x, y, w, h] = widget.at;
    if (!last.at || last.at.some((side, i) => side !== widget.at[i])) {
      Object.assign(twin.style, { left: x + "px", top: y + "px", width: w + "px", height: h + "px" });
    }
    const flag = (name, value) => value === undefined ? twin.removeAttribute(name) : twin.setAttribute(name, value);
    if (last.tucked !== widget.tucked) twin.classList.toggle("tucked", !!widget.tucked);
    if ("disabled" in twin && twin.disabled !== !!widget.disabled) twin.disabled = !!widget.disabled;

    switch (widget.role) {
      case "slider": {
        for (const key of ["min", "max"]) if (last[key] !== widget[key]) twin[key] = widget[key];
        if (last.step !== widget.step) twin.step = widget.step > 0 ? widget.step : "any";
        if (twin.valueAsNumber !== widget.now) twin.value = widget.now;
        if (last.name !== widget.name) flag("aria-label", widget.name);
        if (last.value !== widget.value) flag("aria-valuetext", widget.value);
        break;
      }
      case "search":  // seen and typed into as it is: the browser knows carets, languages and keyboards on glass
        if (last.name !== widget.name) {
          flag("aria-label", widget.name);
          twin.placeholder = widget.name;
        }
        if (twin.value !== (widget.value ?? "") && document.activeElement !== twin) twin.value = widget.value ?? "";
        break;
      case "field": case "area":
        if (last.name !== widget.name) flag("aria-label", widget.name);
        if (last.hint !== widget.hint) {
          flag("aria-description", widget.hint);
          flag("aria-invalid", widget.pressed || undefined);
        }
        // The words of someone who is still typing stay, also when the answer to those before them comes late; what the program
        // made of them shows once they are done.
        if (twin.value !== (widget.value ?? "") && (document.activeElement !== twin || (last.value !== widget.value && !twin.typing))) twin.value = widget.value ?? "";
        break;
      case "button": case "option": case "checkbox": {
        const text = widget.value ? `${widget.name} ${widget.value}` : widget.name;
        if (twin.textContent !== text) twin.textContent = text;
        const state = { button: "aria-pressed", option: "aria-selected", checkbox: "aria-checked" }[widget.role];
        if (last.pressed !== widget.pressed) flag(state, widget.pressed);
        if (last.expanded !== widget.expanded) flag("aria-expanded", widget.expanded);
        break;
      }
      case "image": case "group": {
        const text = widget.value ? `${widget.name}: ${widget.value}` : widget.name;
        if (twin.getAttribute("aria-label") !== text) flag("aria-label", text);
        break;
      }
      case "table":
        if (last.value !== widget.value || last.name !== widget.name) Mirror.fillTable(twin, widget);
        break;
      default: {
        const text = widget.value ? `${widget.name} ${widget.value}` : widget.name;
        if (twin.textContent !== text) twin.textContent = text;
      }
    }
  }

  // Lines are rows, tabs part the cells, the first line names the columns.
  static fillTable(twin, widget) {
    const table = twin.querySelector("table") ?? twin.appendChild(document.createElement("table"));
    const rows = (widget.value ?? "").split("\n").filter((line) => line).map((line) => line.split("\t"));
    table.replaceChildren();
    table.createCaption().textContent = widget.name;
    rows.forEach((cells, index) => {
      const row = table.insertRow();
      cells.forEach((text, column) => {
        const cell = document.createElement(index === 0 || column === 0 ? "th" : "td");
        if (cell.tagName === "TH") cell.scope = index === 0 ? "col" : "row";
        cell.textContent = text;
        row.append(cell);
      });
    });
  }

  // --- The pointer -------------------------------------------------------------------------------------------------

  // The canvas draws hover, drags and scrolls, so it must see a pointer that is over a twin, or that left the window in a drag.
  passPointerOn() {
    const canvas = this.canvas;
    addEventListener("mousemove", (event) => {
      if (event.isTrusted && event.target !== canvas) canvas.dispatchEvent(new MouseEvent("mousemove", event));
    }, { capture: true });
    this.root.addEventListener("wheel", (event) => {
      event.preventDefault();
      canvas.dispatchEvent(new WheelEvent("wheel", event));
    }, { passive: false });

    // A finger that slides over a button scrolls, as it would on the canvas.
    let finger = null;
    this.root.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch") finger = { y: event.clientY, moved: false };
    });
    this.root.addEventListener("pointermove", (event) => {
      if (!finger || event.pointerType !== "touch") return;
      const deltaY = finger.y - event.clientY;
      if (!finger.moved && Math.abs(deltaY) < 8) return;
      finger = { y: event.clientY, moved: true };
      const at = { clientX: event.clientX, clientY: event.clientY };
      canvas.dispatchEvent(new MouseEvent("mousemove", at));
      canvas.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY, deltaMode: 0, cancelable: true }));
    });
    addEventListener("click", (event) => {
      if (finger?.moved && this.root.contains(event.target)) event.stopPropagation();
      finger = null;
    }, { capture: true });
  }
}
