// The console: a query is written, run by the server and, where it takes too long, called off.
// The server keeps the answer; the page is told when it is there, and shows it.

import { Answer } from "./console-answer.js";
import { Card } from "./console-card.js";
import { know } from "./console-monaco.js";
import { History } from "./console-history.js";
import { Pad } from "./console-pad.js";
import { Values } from "./console-values.js";
import { copyText } from "./copying.js";
import { button, el } from "./dom.js";

const ROUTE = "/api/console/run";
const TICK = 100; // milliseconds
const pages = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let page = pages.get(root);
  if (!page) {
    page = new Console(root);
    pages.set(root, page);
  }
  page.tell = (act) => component.setTriggerValue("act", act);
  page.show(component.data);
  return () => {
    page.close();
    pages.delete(root);
  };
}

class Console {
  constructor(root) {
    this.pad = new Pad({ run: () => this.run("run"), recall: (step) => this.recall(step), changed: () => this.typed() });
    this.values = new Values(() => this.run("run"));
    this.history = new History((entry) => this.recalled(entry));
    this.card = new Card({ ask: (text, values) => this.ask(text, values), insert: (text) => this.pad.insert(text) });
    this.answer = new Answer({ put: (text) => this.ask(text) });
    this.runs = button("Run", () => this.run("run"), { class: "primary", title: "Ctrl+Enter" });
    this.explains = button("Explain", () => this.run("explain"), { title: "Show the plan: what the engine would do" });
    this.cancels = button("Cancel", () => this.cancel("Cancelled"), { class: "cancel", hidden: true });
    this.copies = button("Copy link", () => this.copyLink());
    this.said = el("span", { class: "said-here quiet", role: "status" });
    const keys = el("span", { class: "keys quiet" }, el("kbd", {}, "Ctrl"), "+", el("kbd", {}, "Enter"), " runs");
    const bar = el("div", { class: "run" }, this.runs, this.cancels, this.explains, this.history.element, this.copies, keys, this.said);
    const desk = el("section", { class: "desk", "aria-label": "Query" }, this.pad.element, this.values.element, bar);
    this.frame = el("div", { class: "console" }, el("div", { class: "bench" }, desk, this.card.element), this.answer.element);
    root.append(this.frame);
  }

  show(data) {
    this.data = data;
    know(data.card.words);
    this.card.show(data.card);
    const told = JSON.stringify([data.text, data.values]);
    if (told !== this.told) {
      if (told !== this.sent) this.put(data.text, data.values);
      [this.told, this.sent] = [told, ""];
    }
    this.pad.dress(data.monaco);
    if (!this.running) this.answer.show(data.answer);
    this.frame.dataset.drawn = JSON.stringify([data.answer?.number ?? 0, data.answer?.kind ?? ""]);
  }

  put(text, values) {
    this.values.values = values;
    this.pad.text = text;
    this.values.follow(text);
  }

  typed() {
    this.values.follow(this.pad.text);
    this.say("");
  }

  // Put a text into the editor and run it.
  ask(text, values = {}) {
    this.put(text, values);
    this.run("run");
  }

  async run(kind) {
    if (this.running) return;
    const [text, values] = [this.pad.text, this.values.values];
    this.history.add(text, values);
    this.pad.settle();
    this.begin();
    const answer = await this.fetched({ console: this.data.console, kind, text, values });
    this.end();
    if (!answer) return;
    this.sent = JSON.stringify([text, values]);
    this.tell({ kind: "answered", text, values, number: answer.number });
  }

  begin() {
    this.running = new AbortController();
    const began = performance.now();
    this.tick = setInterval(() => this.say(`Running · ${((performance.now() - began) / 1000).toFixed(1)} s`), TICK);
    this.say("Running…");
    this.frame.dataset.running = "true";
    this.answer.fade();
    [this.runs.hidden, this.cancels.hidden] = [true, false];
    this.explains.disabled = true;
  }

  end() {
    clearInterval(this.tick);
    if (this.running && !this.running.signal.aborted) this.say("");
    this.running = null;
    delete this.frame.dataset.running;
    [this.runs.hidden, this.cancels.hidden] = [false, true];
    this.explains.disabled = false;
  }

  // Whoever asked hangs up, and the server stops the query.
  cancel(words) {
    if (!this.running) return;
    this.running.abort();
    this.say(words);
    this.answer.clear();
  }

  async fetched(asked) {
    try {
      const response = await fetch(ROUTE, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(asked),
        signal: this.running.signal,
      });
      const said = await response.json();
      if (response.ok) return said;
      this.answer.trouble(said.detail);
    } catch (error) {
      if (error.name !== "AbortError") this.answer.trouble("The dashboard does not answer. Is gutgraph serve still running?");
    }
    return null;
  }

  recall(step) {
    this.history.step(step, { text: this.pad.text, values: this.values.values });
  }

  recalled({ text, values }) {
    this.put(text, values ?? {});
    this.pad.focus();
  }

  async copyLink() {
    const query = new URLSearchParams({ cypher: this.pad.text });
    for (const [name, value] of Object.entries(this.values.values)) query.append(`p.${name}`, value);
    if (`${query}`.length >= this.data.longest) {
      this.say(`Too long for an address (${`${query}`.length.toLocaleString("en-GB")} of ${this.data.longest.toLocaleString("en-GB")} bytes): copy the text instead.`);
      return;
    }
    const here = new URL(location.href);
    here.search = `?${query}`;
    this.say((await copyText(here.href)) ? "Link copied" : "This browser does not let the page copy; the address bar has the link once the query has run.");
  }

  say(words) {
    if (this.said.textContent !== words) this.said.textContent = words;
  }

  close() {
    this.running?.abort();
    clearInterval(this.tick);
    this.pad.close();
  }
}
