// Search as one types: a combobox whose list comes from /api/search, or from the suggestions.

import { el, plural } from "./dom.js";

const WAIT = 120; // milliseconds after the last key
const RECENT = 5;

export class Search {
  constructor(act) {
    this.act = act;
    this.suggestions = [];
    this.hits = [];
    this.recent = [];
    this.chosen = -1;
    this.turn = 0;
    this.pending = Promise.resolve();
    this.input = el("input", {
      type: "search",
      placeholder: "Name, synonym or id",
      "aria-label": "Search entities",
      role: "combobox",
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      "aria-controls": "hits",
      autocomplete: "off",
      spellcheck: "false",
      oninput: () => this.typed(),
      onfocus: () => this.typed(0),
      onkeydown: (event) => this.key(event),
      onblur: () => setTimeout(() => this.close(), 150),
    });
    this.list = el("ul", { id: "hits", role: "listbox", class: "hits", hidden: true });
    this.element = el("div", { class: "search" }, this.input, el("kbd", {}, "/"), this.list);
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  typed(wait = WAIT) {
    clearTimeout(this.timer);
    this.pending = new Promise((resolve) => {
      this.timer = setTimeout(() => this.ask().then(resolve), wait);
    });
  }

  async ask() {
    const text = this.input.value.trim();
    const turn = (this.turn += 1);
    if (!text) return this.offer(this.toBegin(), "Nothing to suggest yet.");
    const [hits, otherwise] = await found(text);
    if (turn === this.turn) this.offer(grouped(hits), otherwise); // else a later question has its answer
  }

  // What was looked for last, then what has most claims.
  toBegin() {
    const seen = new Set(this.recent.map((hit) => hit.id));
    return [
      ...this.recent.map((hit) => ({ ...hit, group: "Recent" })),
      ...this.suggestions.filter((hit) => !seen.has(hit.id)).map((hit) => ({ ...hit, group: "Most claims" })),
    ];
  }

  offer(hits, otherwise) {
    this.hits = hits;
    this.chosen = hits.length && this.input.value.trim() ? 0 : -1;
    let group = "";
    const rows = hits.flatMap((hit, index) => {
      const under = group !== hit.group ? heading(hit.group) : null;
      group = hit.group;
      return [under, el(
        "li",
        {
          id: `hit-${index}`,
          role: "option",
          "data-id": hit.id,
          onmousedown: (event) => event.preventDefault(),
          onclick: () => this.pick(index),
        },
        el("span", { class: "name" }, hit.name),
        hit.matched && hit.matched !== hit.name ? el("span", { class: "also" }, hit.matched) : null,
        el("span", { class: "kind" }, `${hit.kind} · ${plural(hit.claims, "claim")}`),
      )].filter(Boolean);
    });
    const empty = el("li", { class: "none", role: "option", "aria-disabled": "true" }, otherwise);
    this.list.replaceChildren(...(rows.length ? rows : [empty]));
    this.list.hidden = this.element.getRootNode().activeElement !== this.input;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark();
  }

  async key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const count = this.hits.length;
      if (count) this.chosen = (this.chosen + step + count) % count;
      this.mark();
    } else if (event.key === "Enter") {
      await this.pending;
      this.pick(Math.max(this.chosen, 0));
    } else if (event.key === "Escape") this.close();
  }

  mark() {
    this.list.querySelectorAll("[data-id]").forEach((row, index) => {
      row.setAttribute("aria-selected", String(index === this.chosen));
    });
    if (this.chosen >= 0) this.input.setAttribute("aria-activedescendant", `hit-${this.chosen}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  pick(index) {
    const hit = this.hits[index];
    if (!hit) return;
    this.recent = [hit, ...this.recent.filter((one) => one.id !== hit.id)].slice(0, RECENT);
    this.act({ kind: "add", id: hit.id });
    this.input.value = "";
    this.close();
    this.input.blur();
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}

// What the server finds, and the words to show where that is nothing.
async function found(text) {
  try {
    const response = await fetch(`/api/search?q=${encodeURIComponent(text)}`);
    const answer = await response.json();
    return response.ok ? [answer.hits, `Nothing is called “${text}”.`] : [[], answer.detail];
  } catch {
    return [[], "The dashboard does not answer. Is gutgraph serve still running?"];
  }
}

function heading(words) {
  return el("li", { class: "group", role: "presentation" }, words);
}

// By kind of entity, the kind of the best hit first; a misspelling is asked back.
function grouped(hits) {
  if (hits.length && hits.every((hit) => hit.how === "misspelling")) {
    return hits.map((hit) => ({ ...hit, group: "Did you mean" }));
  }
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  return kinds.flatMap((kind) => hits.filter((hit) => hit.kind === kind).map((hit) => ({ ...hit, group: kind })));
}
