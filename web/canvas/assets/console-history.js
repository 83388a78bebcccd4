// The queries that this browser asked, the latest first; they are kept in it and nowhere else.

import { button, el } from "./dom.js";

const PLACE = "gutgraph-console";
const MOST = 50;
const LONGEST = 20_000; // characters of a text that is kept

export class History {
  // chosen: told the entry that is to be had again.
  constructor(chosen) {
    this.chosen = chosen;
    this.at = -1; // of the entry that is shown; -1 for what was typed
    this.list = el("ol", { class: "past" });
    this.menu = el(
      "div",
      { class: "menu", popover: "auto", role: "dialog", "aria-label": "Queries asked before" },
      this.list,
      el("p", { class: "quiet" }, "Kept in this browser alone. ", button("Clear", () => this.clear(), { class: "link" })),
    );
    this.button = button("History", () => this.open(), { title: "Queries asked before: Alt+↑ and Alt+↓" });
    this.element = el("span", { class: "together" }, this.button, this.menu);
  }

  get entries() {
    try {
      const kept = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
      return Array.isArray(kept) ? kept.filter((one) => typeof one?.text === "string") : [];
    } catch {
      return []; // no storage here, or somebody else's words in it
    }
  }

  add(text, values) {
    this.at = -1;
    if (text.length > LONGEST || !text.trim()) return;
    const entry = { text, values, when: new Date().toISOString() };
    this.keep([entry, ...this.entries.filter((one) => one.text !== text)].slice(0, MOST));
  }

  keep(entries) {
    try {
      localStorage.setItem(PLACE, JSON.stringify(entries));
    } catch {
      // No room, or no storage: the query is run all the same.
    }
  }

  clear() {
    this.keep([]);
    this.at = -1;
    this.draw();
  }

  // Go back (1) or forth (-1); what was typed last comes after the latest. Gives nothing at an end.
  step(by, typed) {
    const { entries } = this;
    if (this.at === -1) this.typed = typed;
    const to = this.at + by;
    if (to < -1 || to >= entries.length) return;
    this.at = to;
    this.chosen(to === -1 ? this.typed : entries[to]);
  }

  open() {
    this.draw();
    this.menu.togglePopover({ source: this.button });
    const box = this.button.getBoundingClientRect();
    this.menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - this.menu.offsetWidth - 8))}px`;
    this.menu.style.top = `${box.bottom + 6}px`;
  }

  draw() {
    const rows = this.entries.map((entry) =>
      el(
        "li",
        {},
        button("", () => this.take(entry), { class: "entry", title: entry.text.slice(0, 2000) }),
      ),
    );
    rows.forEach((row, at) => row.firstChild.append(el("code", {}, short(this.entries[at].text)), el("span", { class: "when" }, when(this.entries[at].when))));
    this.list.replaceChildren(...rows);
    if (!rows.length) this.list.append(el("li", { class: "quiet" }, "No query was asked here yet."));
  }

  take(entry) {
    this.menu.hidePopover();
    this.at = -1;
    this.chosen(entry);
  }
}

function short(text) {
  const line = text.replace(/^\s*\/\/\s*/, "").replace(/\s+/g, " ").trim();
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}

function when(iso) {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? "" : time.toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}
