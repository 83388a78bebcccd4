// A box that an entity is chosen in by name: a combobox over /api/search.

import { el } from "./dom.js";

const WAIT = 120; // milliseconds after the last key

export class Choose {
  constructor(label, name, chosen) {
    this.hits = [];
    this.at = -1;
    this.turn = 0;
    this.pending = Promise.resolve();
    this.input = el("input", {
      type: "search",
      role: "combobox",
      placeholder: "A name, synonym or id",
      "aria-label": label,
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      "aria-controls": `hits-${name}`,
      autocomplete: "off",
      spellcheck: "false",
      oninput: () => this.typed(),
      onkeydown: (event) => this.key(event),
      onblur: () => setTimeout(() => this.close(), 150),
    });
    this.name = name;
    this.chosen = chosen ?? "";
    this.list = el("ul", { id: `hits-${name}`, role: "listbox", "aria-label": label, class: "hits", hidden: true });
    this.element = el("label", { class: "choose" }, el("span", {}, label), this.input, this.list);
  }

  show(id, name) {
    this.chosen = id;
    this.input.value = name;
  }

  typed() {
    this.chosen = "";
    clearTimeout(this.timer);
    this.pending = new Promise((resolve) => {
      this.timer = setTimeout(() => this.ask().then(resolve), WAIT);
    });
  }

  async ask() {
    const text = this.input.value.trim();
    const turn = (this.turn += 1);
    if (!text) return this.offer([], "");
    try {
      const response = await fetch(`/api/search?q=${encodeURIComponent(text)}`);
      const answer = await response.json();
      if (turn !== this.turn) return; // a later question has its answer
      this.offer(response.ok ? answer.hits : [], response.ok ? `Nothing is called “${text}”.` : answer.detail);
    } catch {
      this.offer([], "The dashboard does not answer. Is gutgraph serve still running?");
    }
  }

  offer(hits, otherwise) {
    this.hits = hits;
    this.at = hits.length ? 0 : -1;
    const rows = hits.map((hit, index) =>
      el(
        "li",
        {
          id: `hit-${this.name}-${index}`,
          role: "option",
          "data-id": hit.id,
          onmousedown: (event) => event.preventDefault(),
          onclick: () => this.pick(index),
        },
        el("bdi", {}, hit.name),
        el("span", { class: "kind" }, hit.matched && hit.matched !== hit.name ? `${hit.kind} · ${hit.matched}` : hit.kind),
      ),
    );
    this.list.replaceChildren(...(rows.length ? rows : otherwise ? [el("li", { class: "none" }, otherwise)] : []));
    this.list.hidden = !this.list.children.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark();
  }

  async key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const count = this.hits.length;
      if (count) this.at = (this.at + (event.key === "ArrowDown" ? 1 : -1) + count) % count;
      this.mark();
    } else if (event.key === "Enter" && !this.chosen) {
      event.preventDefault();
      await this.pending;
      this.pick(Math.max(this.at, 0));
    } else if (event.key === "Escape") this.close();
  }

  mark() {
    this.hits.forEach((_, index) => this.list.children[index]?.setAttribute("aria-selected", String(index === this.at)));
    if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `hit-${this.name}-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  pick(index) {
    const hit = this.hits[index];
    if (!hit) return;
    this.show(hit.id, hit.name);
    this.hits = [];
    this.close();
  }

  // The entity meant: the one picked, else the best of what was typed; "" for none.
  async meant() {
    await this.pending;
    if (!this.chosen && this.hits.length) this.pick(Math.max(this.at, 0));
    return this.chosen;
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
