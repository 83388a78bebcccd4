// The keyboard: what each key does, listened to and listed in one place.

import { button, el } from "./dom.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// Key as the browser names it, how it is written, what it does.
function bindings(page) {
  const { canvas } = page;
  return [
    ["/", "/", "search", () => page.search.focus()],
    ["g", "g", "grow what is chosen", () => page.grow()],
    ["c", "c", "collapse: take away what its growth brought", () => page.collapse()],
    ["h", "h", "hide what is chosen", () => page.hide()],
    ["u", "u", "show what is hidden", () => page.unhide()],
    ["p", "p", "pin what is chosen, or let it go", () => page.pin()],
    ["f", "f", "fit all of it", () => canvas.fit()],
    ["s", "s", "zoom to what is chosen or selected", () => canvas.fitSelection()],
    ["+", "+", "nearer", () => canvas.camera?.zoom(true)],
    ["=", "", "", () => canvas.camera?.zoom(true)],
    ["-", "−", "farther", () => canvas.camera?.zoom(false)],
    ["l", "l", "list, or picture", () => page.toggleList()],
    ["Escape", "Esc", "let go of what is chosen", () => page.letGo()],
    ["?", "?", "these keys", () => page.keys.open()],
  ];
}

const MORE = [
  ["Ctrl+Z", "undo"],
  ["Ctrl+Shift+Z", "redo"],
  ["arrows", "on the picture: go from entity to entity"],
  ["Enter", "on the picture: choose the entity one is at"],
  ["Space", "on the picture: add it to the selection, or take it out"],
  ["Shift+click, Ctrl+click", "add to the selection, or take out"],
  ["Shift+drag", "select what lies inside"],
  ["double click", "grow"],
];

export class Keys {
  constructor(page) {
    this.page = page;
    this.bindings = bindings(page);
    const rows = [...this.bindings.filter(([, written]) => written).map(([, written, what]) => [written, what]), ...MORE];
    this.element = el(
      "dialog",
      { class: "keys", "aria-label": "Keys" },
      el("h1", {}, "Keys"),
      el("dl", {}, rows.map(([written, what]) => [el("dt", {}, el("kbd", {}, written)), el("dd", {}, what)]).flat()),
      el("form", { method: "dialog" }, el("button", { class: "primary" }, "Close")),
    );
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  open() {
    this.element.showModal();
  }

  pressed(event) {
    const { page } = this;
    if (!page.frame.isConnected || page.frame.querySelector("dialog[open]")) return;
    const inside = event.composedPath()[0];
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(inside.tagName || "") || inside.isContentEditable) return;
    if (event.ctrlKey || event.metaKey) {
      this.travel(event);
      return;
    }
    if (event.altKey || page.data?.embed) return;
    if (inside === page.stage && this.walked(event)) return;
    const found = this.bindings.find(([key]) => key === event.key);
    if (!found) return;
    event.preventDefault();
    found[3]();
  }

  travel(event) {
    const key = event.key.toLowerCase();
    const kind = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : "";
    if (!kind) return;
    event.preventDefault();
    this.page.travel(kind);
  }

  // From box to box while the picture has the keyboard.
  walked(event) {
    const { canvas } = this.page;
    if (ARROWS[event.key]) {
      const at = canvas.step(...ARROWS[event.key]);
      if (at) this.page.say(`${at.name}, ${at.kind}`);
    } else if (event.key === "Enter" && canvas.cursor) canvas.choose(canvas.cursor);
    else if (event.key === " " && canvas.cursor) canvas.selection.toggle(canvas.cursor);
    else return false;
    event.preventDefault();
    return true;
  }
}
