// The question before a hub grows: which relations, which kinds, how many.

import { button, el } from "./dom.js";

const number = (count) => count.toLocaleString("en-GB");

export class HubDialog {
  constructor(act) {
    this.act = act;
    this.element = el("dialog", { class: "hub", "aria-labelledby": "hub-title" });
  }

  open(hub) {
    this.hub = hub;
    this.relations = boxes(hub.relations, () => this.aim());
    this.categories = boxes(hub.categories, () => this.aim());
    const most = Math.max(1, Math.min(hub.room, hub.not_drawn || 1));
    this.words = el("output", {}, "");
    this.slider = el("input", {
      type: "range", min: 1, max: most, value: Math.min(hub.limit, most), "aria-label": "At most so many entities",
      oninput: () => this.aim(),
    });
    this.go = button("Grow", () => this.grow(), { class: "primary" });
    const parts = [
      el("h1", { id: "hub-title" }, `${hub.name} has ${number(hub.claims)} claims`),
      el("p", { class: "small" }, `${number(hub.not_drawn)} not drawn yet. Choose what to grow by; those with most papers come first.`),
      el("div", { class: "choices" }, choice("Relation", this.relations), choice("Kind of entity", this.categories)),
      el("label", { class: "most" }, "At most", this.words, this.slider),
      hub.room ? null : el("p", { class: "banner" }, "No more fits on this picture: hide something, or read the claims as a table."),
      el("div", { class: "formats" }, this.go, button("Cancel", () => this.element.close())),
    ];
    this.element.replaceChildren(...parts.filter(Boolean));
    this.aim();
    if (!this.element.open) this.element.showModal();
    this.go.focus();
  }

  aim() {
    this.words.textContent = ` ${number(Number(this.slider.value))} entities`;
    this.go.disabled = !this.hub.room || !chosen(this.relations).length || !chosen(this.categories).length;
  }

  grow() {
    this.element.close();
    this.act({
      kind: "grow",
      id: this.hub.id,
      predicates: someOf(this.relations),
      categories: someOf(this.categories),
      limit: Number(this.slider.value),
    });
  }
}

function boxes(rows, changed) {
  return rows.map((row) => {
    const box = el("input", { type: "checkbox", value: row.value, checked: true, onchange: changed });
    return { box, label: el("label", {}, box, el("span", { title: row.label }, row.label), el("span", { class: "count" }, number(row.count))) };
  });
}

function choice(title, rows) {
  const all = button("none", () => {
    const on = !rows.some(({ box }) => box.checked);
    rows.forEach(({ box }) => { box.checked = on; });
    all.textContent = on ? "none" : "all";
    rows[0]?.box.dispatchEvent(new Event("change"));
  }, { class: "link", "aria-label": `${title}: all or none` });
  return el("fieldset", {}, el("legend", {}, title, " ", all), el("div", { class: "rows" }, rows.map(({ label }) => label)));
}

function chosen(rows) {
  return rows.filter(({ box }) => box.checked).map(({ box }) => box.value);
}

// All chosen asks for no choice: what the question did not list is grown too.
function someOf(rows) {
  const values = chosen(rows);
  return values.length === rows.length ? [] : values;
}
