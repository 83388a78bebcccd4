// The toolbar above the canvas: what can be done with the view and with what is chosen.

import { button, el } from "./dom.js";

export class Toolbar {
  // page: has act, canvas, the dialogs; its data says what can be done.
  constructor(page) {
    this.page = page;
    const act = (kind) => () => page.act({ kind });
    const names = { axis: "Axis", organic: "Organic" };
    this.layouts = Object.entries(names).map(([name, label]) =>
      button(label, () => page.act({ kind: "layout", name }), { "data-layout": name, "aria-pressed": "false" }),
    );
    this.undo = button("↶", act("undo"), { title: "Undo (Ctrl+Z)", "aria-label": "Undo", class: "icon" });
    this.redo = button("↷", act("redo"), { title: "Redo (Ctrl+Shift+Z)", "aria-label": "Redo", class: "icon" });
    this.grow = button("Grow", () => page.grow(), { title: "Add the neighbours of what is chosen (g)" });
    this.collapse = button("Collapse", () => page.collapse(), { title: "Take away what its growth brought (c)" });
    this.hide = button("Hide", () => page.hide(), { title: "Hide what is chosen (h)" });
    this.pin = button("Pin", () => page.pin(), { title: "Keep what is chosen where it stands (p)" });
    this.element = el(
      "div",
      { class: "toolbar", role: "toolbar", "aria-label": "View" },
      el("span", { class: "segments", role: "group", "aria-label": "Layout" }, ...this.layouts),
      el("span", { class: "together" }, this.undo, this.redo),
      this.grow,
      this.collapse,
      this.hide,
      this.pin,
      button("Fit", () => page.canvas.fit(), { title: "Show all of it (f)" }),
      el("span", { class: "last" },
        button("Share", () => page.share.open(page.data), { title: "Copy the link of this view, or a frame for a page" }),
        button("Snapshot", () => page.snapshot.open(page.data.title, page.data.keeping), { class: "primary" })),
    );
  }

  show(data) {
    this.undo.disabled = !data.can_undo;
    this.redo.disabled = !data.can_redo;
    this.layouts.forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.layout === data.layout)));
    this.aim();
  }

  // The selection or the choice changed.
  aim() {
    const { data, canvas } = this.page;
    const targets = canvas.targets();
    const drawn = targets.length > 0;
    for (const one of [this.grow, this.hide, this.pin]) one.disabled = !drawn;
    this.collapse.disabled = !targets.some((id) => data.growers.includes(id));
    this.pinned = drawn && targets.every((id) => data.pinned.includes(id));
    this.pin.textContent = this.pinned ? "Unpin" : "Pin";
  }
}
