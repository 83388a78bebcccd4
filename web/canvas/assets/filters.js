// The filters: only what occurs in the view, counted among what the other filters leave.

import { button, el } from "./dom.js";

const SHOWN = 8; // values of a filter before "more"
const WAIT = 300; // milliseconds after the last key or step of a slider

export class Filters {
  constructor(act) {
    this.act = act;
    this.open = new Set();
    this.long = new Set();
    this.element = el("section", { class: "filter", "aria-label": "Filters" });
  }

  show(data) {
    this.data = data;
    const { filters, spans } = data;
    const [certainty, rest] = [filters.filter((one) => one.name === "certainty"), filters.filter((one) => one.name !== "certainty")];
    const focused = this.element.getRootNode().activeElement?.dataset?.key;
    const parts = [
      el("h2", {}, "Show only", spans.narrowed ? button("Clear filters", () => this.act({ kind: "clear" }), { class: "quiet" }) : null),
      this.contested(spans),
      ...certainty.flatMap((group) => group.rows.map((row) => this.row(group, row))),
      spans.most > 0 ? this.papers(spans) : null,
      spans.first !== null ? this.years(spans) : null,
      ...rest.map((group) => this.group(group)),
      this.documents(data),
    ].filter(Boolean);
    this.element.replaceChildren(...(parts.length > 1 ? parts : []));
    if (focused) this.element.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  contested({ contested }) {
    if (!contested.count && !contested.on) return null;
    return this.box("contested", "contested only", contested.count, contested.on, (on) => ({ name: "contested", on }));
  }

  row(group, row) {
    return this.box(`${group.name}=${row.value}`, row.label, row.count, row.on, (on) => ({ name: group.name, value: row.value, on }));
  }

  box(key, label, count, on, change) {
    const box = el("input", { type: "checkbox", checked: on, "data-key": key, onchange: () => this.act({ kind: "filter", ...change(box.checked) }) });
    return el("label", {}, box, el("span", { title: label }, label), el("span", { class: "count" }, count.toLocaleString("en-GB")));
  }

  group(group) {
    const all = this.long.has(group.name);
    const rows = group.rows.filter((row, index) => all || index < SHOWN || row.on);
    const left = group.rows.length - rows.length;
    const folded = el(
      "details",
      { open: this.open.has(group.name) || group.chosen > 0 },
      el("summary", { "data-key": group.name }, group.label, group.chosen ? el("span", { class: "tag" }, group.chosen) : null),
      ...rows.map((row) => this.row(group, row)),
      left > 0 ? button(`${left} more`, () => { this.long.add(group.name); this.show(this.data); }, { class: "link" }) : null,
    );
    folded.addEventListener("toggle", () => (folded.open ? this.open.add(group.name) : this.open.delete(group.name)));
    return folded;
  }

  // Which documents speak of what is drawn takes a question of its own: asked when somebody looks.
  documents({ documents, edges }) {
    if (documents || !edges.length) return null;
    const waiting = el("details", {}, el("summary", { "data-key": "document" }, "Document"), el("p", { class: "small" }, "Looking …"));
    waiting.addEventListener("toggle", () => {
      if (!waiting.open) return;
      this.open.add("document");
      this.act({ kind: "documents" });
    });
    return waiting;
  }

  papers({ papers, most }) {
    const words = el("span", { class: "count" }, papers);
    const slider = el("input", {
      type: "range", min: 0, max: Math.max(most, papers), value: papers, "data-key": "papers", "aria-label": "Papers at least",
      oninput: () => { words.textContent = slider.value; this.later({ name: "papers", value: slider.value }); },
    });
    return el("div", { class: "span" }, el("h3", {}, "Papers at least", words), slider);
  }

  years({ first, last, since, until }) {
    const year = (name, value, otherwise, label) => {
      const field = el("input", {
        type: "number", min: first, max: last, value: value ?? "", placeholder: otherwise, "data-key": name, "aria-label": label,
        onchange: () => this.act({ kind: "filter", name, value: field.value }),
      });
      return field;
    };
    return el("div", { class: "span" }, el("h3", {}, "Years"),
      el("div", { class: "years" }, year("since", since, first, "From year"), "–", year("until", until, last, "To year")));
  }

  later(change) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.act({ kind: "filter", ...change }), WAIT);
  }
}
