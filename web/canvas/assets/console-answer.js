// What came of a query, in words: how much and how long, the files of it, the plan, or what is wrong.

import { copyText } from "./copying.js";
import { button, el } from "./dom.js";

export class Answer {
  // acts: {put(text)}
  constructor(acts) {
    this.acts = acts;
    this.element = el("div", { class: "came" });
  }

  show(answer) {
    delete this.element.dataset.faded;
    if (!answer) return this.clear();
    if (answer.trouble) return this.trouble(answer.trouble, answer.example);
    const parts = [this.head(answer), answer.note ? el("p", { class: "quiet" }, answer.note) : null, answer.plan ? this.plan(answer.plan) : null];
    this.element.replaceChildren(...parts.filter(Boolean));
  }

  fade() {
    this.element.dataset.faded = "";
  }

  clear() {
    delete this.element.dataset.faded;
    this.element.replaceChildren();
  }

  trouble(words, example = "") {
    delete this.element.dataset.faded;
    const lines = [el("p", {}, words)];
    if (example) lines.push(el("pre", {}, example), el("p", {}, button("Run this instead", () => this.acts.put(example), { class: "link" })));
    this.element.replaceChildren(el("div", { class: "trouble", role: "alert" }, ...lines));
  }

  head({ words, cut, files }) {
    return el(
      "div",
      { class: "head" },
      el("p", { class: "count", role: "status" }, el("strong", {}, words), cut ? el("span", { class: "cut" }, ` · ${cut}`) : null),
      files ? el("p", { class: "files" }, this.copying(files.tsv), el("a", { href: files.csv, download: "" }, "CSV"), el("a", { href: files.json, download: "" }, "JSON")) : null,
    );
  }

  copying(address) {
    const copy = async (event) => {
      const { target } = event;
      const response = await fetch(address).catch(() => null);
      const copied = response?.ok && (await copyText(await response.text()));
      target.textContent = copied ? "Copied" : "Not copied: download it instead";
    };
    return button("Copy table", copy, { class: "link", title: "With tabs between columns, as spreadsheets take it" });
  }

  // The steps of a plan, what feeds a step beneath it.
  plan(step) {
    const rows = step.rows === null ? null : el("span", { class: "number" }, `≈ ${step.rows.toLocaleString("en-GB")} rows`);
    const line = el("div", { class: "did" }, el("strong", {}, step.operator), el("span", { class: "detail" }, step.details), rows);
    const below = step.children.map((one) => el("li", {}, this.plan(one)));
    return el("div", { class: "plan" }, line, below.length ? el("ul", {}, ...below) : null);
  }
}
