// The snapshot dialog: a title and a caption, then the picture on screen as a file, or kept for good.

import { CopyField } from "./copying.js";
import { button, el } from "./dom.js";

export class SnapshotDialog {
  constructor(drawn) {
    this.drawn = drawn;
    this.title = el("input", { type: "text", maxlength: "200", "aria-label": "Title" });
    this.caption = el("input", { type: "text", maxlength: "600", "aria-label": "Caption", placeholder: "A sentence below the figure" });
    this.words = el("p", { class: "small", role: "status" });
    this.formats = el("div", { class: "formats", role: "group", "aria-label": "Download" });
    this.sheet = choice("Sheet", [["16:9", "16:9"], ["4:3", "4:3"], ["1:1", "square"], ["a4", "A4"]]);
    this.pixels = choice("Width of a PNG", [["1920", "1,920 px"], ["3840", "4K"], ["1280", "1,280 px"]]);
    this.ground = el("input", { type: "checkbox" });
    this.keepButton = button("Keep snapshot", () => this.keep(), { class: "primary" });
    this.keeping = el(
      "div",
      { class: "keeping" },
      this.keepButton,
      el("span", { class: "small" }, "in this graph, under a link that always shows the same"),
    );
    this.kept = el("div", { class: "kept", hidden: true });
    this.element = el(
      "dialog",
      { class: "snapshot", "aria-label": "Snapshot" },
      el("h1", {}, "Snapshot"),
      el("p", { class: "small" }, "The picture as it is on this screen, with legend and sources."),
      el("label", {}, "Title", this.title),
      el("label", {}, "Caption", this.caption),
      this.keeping,
      this.kept,
      el("h2", {}, "Download"),
      el("div", { class: "choices" }, el("label", {}, "Sheet", this.sheet), el("label", {}, "PNG", this.pixels), el("label", { class: "pick" }, this.ground, "no ground")),
      this.formats,
      this.words,
      el("form", { method: "dialog" }, el("button", {}, "Close")),
    );
  }

  // offered: { allowed, formats: [{ suffix, label }] }
  open(title, offered) {
    if (!this.title.value) this.title.value = title;
    // What is said of the canvas by the frame around it: evidence drawn there is in no figure.
    const opened = this.element.parentElement.dataset.exploded;
    this.words.textContent = opened ? "An exploded claim is one line in the figure, with its sources." : "";
    this.kept.hidden = true;
    this.keeping.hidden = !offered.allowed;
    this.formats.replaceChildren(
      ...offered.formats.map(({ suffix, label }) => button(suffix.toUpperCase(), () => this.save(suffix), { title: label })),
    );
    this.element.showModal();
  }

  async save(format) {
    this.words.textContent = `Drawing the ${format.toUpperCase()} …`;
    const response = await this.ask(`/api/figure/${format}`, { aspect: this.sheet.value, pixels: this.pixels.value, transparent: this.ground.checked });
    if (!response) return;
    const name = response.headers.get("x-file-name");
    download(await response.blob(), name);
    const advice = decodeURIComponent(response.headers.get("x-advice") ?? "");
    this.words.textContent = `Saved ${name}${advice ? `. ${advice}` : ""}`;
  }

  async keep() {
    this.words.textContent = "Keeping it …";
    this.keepButton.disabled = true;
    const response = await this.ask("/api/snapshots");
    this.keepButton.disabled = false;
    if (response) this.showKept(await response.json());
  }

  showKept(kept) {
    const here = new URL(kept.path, window.location.href).href;
    this.words.textContent = `Kept as ${kept.short_id}`;
    this.kept.replaceChildren(
      new CopyField("Link", kept.link || here).element,
      new CopyField("Frame for a page", kept.link ? kept.frame : kept.frame.replace(`src="${kept.path}`, `src="${here}`)).element,
      el("a", { href: "./snapshots", target: "_blank", rel: "noopener" }, "Open the gallery"),
    );
    this.kept.hidden = false;
    this.element.dataset.kept = kept.id;
  }

  // Ask for the picture; what went wrong is said, and nothing is given back then.
  async ask(address, choices = {}) {
    let response;
    try {
      response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ title: this.title.value, caption: this.caption.value, choices, ...this.drawn() }),
      });
    } catch {
      this.words.textContent = "The dashboard does not answer. Is gutgraph serve still running?";
      return null;
    }
    if (response.ok) return response;
    this.words.textContent = (await response.json()).detail;
    return null;
  }
}

function choice(name, options) {
  return el("select", { "aria-label": name }, ...options.map(([value, label]) => el("option", { value }, label)));
}

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
