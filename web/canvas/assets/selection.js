// What can be done with several entities at once, over the canvas while there are several.

import { button, el, plural } from "./dom.js";

export class SelectionBar {
  constructor(page) {
    this.words = el("span", { role: "status" });
    this.element = el(
      "div",
      { class: "selection", role: "toolbar", "aria-label": "Selection", hidden: true },
      this.words,
      button("Grow", () => page.grow(), { "aria-label": "Grow the selection" }),
      button("Hide", () => page.hide(), { "aria-label": "Hide the selection" }),
      button("Pin", () => page.pin(), { "aria-label": "Pin the selection" }),
      button("Zoom", () => page.canvas.fitSelection(), { "aria-label": "Zoom to the selection" }),
      button("Clear", () => page.canvas.selection.set([]), { class: "quiet", "aria-label": "Clear the selection" }),
    );
  }

  show(ids) {
    this.element.hidden = ids.length < 1;
    this.words.textContent = ids.length ? `${plural(ids.length, "entity", "entities")} selected` : "";
  }
}
