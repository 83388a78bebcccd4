// The snapshot dialog: a title, then the picture on screen as a file.

import { button, el } from "./dom.js";

const FORMATS = ["svg", "png", "json"];

export class SnapshotDialog {
  constructor(drawn) {
    this.drawn = drawn;
    this.title = el("input", { type: "text", maxlength: "200", "aria-label": "Title" });
    this.words = el("p", { class: "small", role: "status" });
    this.element = el(
      "dialog",
      { class: "snapshot", "aria-label": "Snapshot" },
      el("h1", {}, "Snapshot"),
      el("p", { class: "small" }, "The picture as it is on this screen, with legend and sources."),
      el("label", {}, "Title", this.title),
      el(
        "div",
        { class: "formats" },
        ...FORMATS.map((format) => button(format.toUpperCase(), () => this.save(format), { class: "primary" })),
        button("Close", () => this.element.close()),
      ),
      this.words,
    );
  }

  open(title) {
    if (!this.title.value) this.title.value = title;
    this.words.textContent = "";
    this.element.showModal();
  }

  async save(format) {
    this.words.textContent = `Drawing the ${format.toUpperCase()} …`;
    let response;
    try {
      response = await fetch(`/api/figure/${format}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ title: this.title.value, ...this.drawn() }),
      });
    } catch {
      this.words.textContent = "The dashboard does not answer. Is gutgraph serve still running?";
      return;
    }
    if (!response.ok) {
      this.words.textContent = (await response.json()).detail;
      return;
    }
    const name = response.headers.get("x-file-name");
    download(await response.blob(), name);
    this.words.textContent = `Saved ${name}`;
  }
}

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
