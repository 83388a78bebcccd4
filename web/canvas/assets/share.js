// The share dialog: the link of this view, and a frame of it for another page.

import { button, el } from "./dom.js";

export class ShareDialog {
  constructor() {
    this.link = field("Link");
    this.iframe = field("Frame");
    this.words = el("p", { class: "small", role: "status" });
    this.element = el(
      "dialog",
      { class: "share", "aria-label": "Share" },
      el("h1", {}, "Share this view"),
      el("p", { class: "small" }, "The same picture for whoever may open this dashboard: entities, filters and places."),
      el("label", {}, "Link", this.link),
      button("Copy link", () => this.copy(this.link), { class: "primary" }),
      el("label", {}, "Frame for a page, to be looked at only", this.iframe),
      button("Copy frame", () => this.copy(this.iframe)),
      this.words,
      el("form", { method: "dialog" }, el("button", {}, "Close")),
    );
  }

  open(data) {
    const link = addressOf(data.address);
    this.link.value = link;
    const frame = el("iframe", { src: addressOf({ ...data.address, embed: "true" }), title: data.title, width: "960", height: "640" });
    this.iframe.value = frame.outerHTML;
    this.words.textContent = "";
    this.element.showModal();
    this.link.select();
  }

  async copy(from) {
    try {
      await navigator.clipboard.writeText(from.value);
      this.words.textContent = "Copied";
    } catch {
      from.select();
      this.words.textContent = "This browser does not let the page copy: it is selected, press Ctrl+C.";
    }
  }
}

function field(label) {
  return el("input", { type: "text", readonly: true, "aria-label": label, onfocus: (event) => event.target.select() });
}

function addressOf(query) {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}?${new URLSearchParams(query)}`;
}
