// The card beside the editor: examples, what is in this graph, and how to walk it.

import { button, el } from "./dom.js";

const TABS = { examples: "Examples", graph: "Labels & relations", properties: "Properties", walking: "Walking" };
const COUNTS = "/api/console/schema";

export class Card {
  // acts: {ask(text), insert(text)}
  constructor(acts) {
    this.acts = acts;
    this.counts = {};
    this.tab = "examples";
    this.bar = el("div", { class: "segments", role: "tablist", "aria-label": "What can be asked" });
    this.body = el("div", { class: "leaf", role: "tabpanel", tabindex: "0" });
    this.element = el("section", { class: "schema", "aria-label": "About this graph" }, this.bar, this.body);
  }

  show(card) {
    if (card.version !== this.card?.version) this.count(card.version);
    this.card = card;
    this.draw();
  }

  // Counting may take a while: the card is shown without, until they are there.
  async count(version) {
    try {
      const answer = await fetch(COUNTS);
      const found = answer.ok ? await answer.json() : {};
      if (version !== this.card?.version) return;
      this.counts = found.counts ?? {};
      this.draw();
    } catch {
      this.counts = {};
    }
  }

  draw() {
    const tabs = Object.entries(TABS).map(([name, label]) =>
      button(label, () => this.turn(name), { role: "tab", "aria-selected": String(name === this.tab) }),
    );
    this.bar.replaceChildren(...tabs);
    this.body.setAttribute("aria-label", TABS[this.tab]);
    this.body.replaceChildren(...this[this.tab]());
    this.element.dataset.counted = String(Object.keys(this.counts).length);
  }

  turn(name) {
    this.tab = name;
    this.draw();
    this.body.scrollTop = 0;
    this.bar.querySelector("[aria-selected=true]").focus();
  }

  examples() {
    const rows = this.card.examples.map(({ title, text, values }) =>
      el("li", {}, button(title, () => this.acts.ask(text, values), { class: "example", title: text })),
    );
    return [el("p", { class: "quiet" }, "A click runs one."), el("ul", { class: "asks" }, ...rows)];
  }

  graph() {
    const { labels, types } = this.card.words;
    const claims = types.filter((one) => one.claim);
    const others = types.filter((one) => !one.claim);
    return [
      el("h3", {}, "Labels"),
      this.words(labels, (one) => `:${one.name}`),
      el("h3", {}, "Claims: from entity to entity"),
      this.words(claims, (one) => `:${one.name}`),
      el("h3", {}, "Other relations"),
      this.words(others, (one) => `:${one.name}`),
    ];
  }

  words(rows, written) {
    const row = (one) =>
      el(
        "li",
        {},
        this.word(one.name, written(one)),
        el("span", { class: "meaning" }, one.meaning),
        el("span", { class: "number" }, this.number(one.name)),
      );
    return el("ul", { class: "words" }, ...rows.map(row));
  }

  number(name) {
    return name in this.counts ? this.counts[name].toLocaleString("en-GB") : "";
  }

  properties() {
    const groups = new Map();
    for (const one of this.card.words.properties) groups.set(one.of, [...(groups.get(one.of) ?? []), one]);
    return [...groups].flatMap(([of, rows]) => [
      el("h3", {}, of === "claim" ? "A claim (relation)" : of),
      el("ul", { class: "words" }, ...rows.map((one) => el("li", {}, this.word(one.name, `.${one.name}`), el("span", { class: "meaning" }, one.meaning)))),
    ]);
  }

  word(name, insert) {
    return button(name, () => this.acts.insert(insert), { class: "word", title: `Write ${insert} at the cursor` });
  }

  walking() {
    return this.card.walking.flatMap(({ title, why, text }) => [
      el("h3", {}, title),
      el("p", { class: "why" }, why),
      el("pre", {}, text),
      el("p", {}, button("Run it", () => this.acts.ask(text), { class: "link" })),
    ]);
  }
}
