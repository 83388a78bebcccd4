// A field for each $name of the query.

import { parameters } from "./console-cypher.js";
import { el } from "./dom.js";

const RULE = "Numbers, true, false, null, [lists] and {maps} are read as JSON; anything else is text. Quotes make text of a number: \"5\".";

export class Values {
  constructor(run) {
    this.run = run;
    this.kept = {}; // by name, of those that are out of the text too
    this.fields = el("div", { class: "fields" });
    this.element = el("div", { class: "values", hidden: true }, this.fields, el("p", { class: "quiet" }, RULE));
    this.names = [];
  }

  // Have the fields of a text; those that stay keep what is in them, and the cursor.
  follow(text) {
    const names = parameters(text);
    if (names.join() === this.names.join()) return;
    this.names = names;
    this.element.hidden = !names.length;
    this.fields.replaceChildren(...names.map((name) => this.field(name)));
  }

  field(name) {
    const input = el("input", {
      type: "text",
      name: `p.${name}`,
      value: this.kept[name] ?? "",
      autocomplete: "off",
      spellcheck: "false",
      oninput: (event) => (this.kept[name] = event.target.value),
      onkeydown: (event) => event.key === "Enter" && this.run(),
    });
    return el("label", {}, el("span", {}, `$${name}`), input);
  }

  get values() {
    return Object.fromEntries(this.names.filter((name) => this.kept[name]).map((name) => [name, this.kept[name]]));
  }

  set values(values) {
    this.kept = { ...this.kept, ...values };
    for (const input of this.fields.querySelectorAll("input")) input.value = this.kept[input.name.slice(2)] ?? "";
  }
}
