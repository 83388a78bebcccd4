// Text to copy: into the clipboard where the browser lets a page, else chosen, ready for Ctrl+C.

import { button, el } from "./dom.js";

const NOT_LET = "This browser does not let the page copy: it is selected, press Ctrl+C.";

// A field that shows the text, with a button that copies it.
export class CopyField {
  constructor(name, text) {
    this.input = el("input", { type: "text", readonly: true, value: text, "aria-label": name, onfocus: (event) => event.target.select() });
    this.button = button("Copy", () => this.copy(), { "aria-label": `Copy ${name.toLowerCase()}` });
    this.words = el("span", { class: "small", role: "status" });
    this.element = el("div", { class: "copy" }, el("label", {}, name, el("span", { class: "together" }, this.input, this.button)), this.words);
  }

  async copy() {
    const copied = await copyText(this.input.value);
    if (!copied) this.input.select();
    this.words.textContent = copied ? "Copied" : NOT_LET;
  }
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
