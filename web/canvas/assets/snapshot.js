// The snapshot dialog: a title and a caption, then the picture on screen as a file, or kept for good.

import { ask, FigureChoices } from "./choices.js";
import { CopyField } from "./copying.js";
import { button, el } from "./dom.js";

export class SnapshotDialog {
  constructor(drawn) {
    this.drawn = drawn;
    this.title = el("input", { type: "text", maxlength: "200", "aria-label": "Title" });
    this.caption = el("input", { type: "text", maxlength: "600", "aria-label": "Caption", placeholder: "A sentence below the figure" });
    this.words = el("p", { class: "small", role: "status" });
    this.writing = el("div");
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
      this.writing,
      this.words,
      el("form", { method: "dialog" }, el("button", {}, "Close")),
    );
  }

  // offered: { allowed, formats, parts }
  open(title, offered) {
    if (!this.title.value) this.title.value = title;
    // What is said of the canvas by the frame around it: evidence drawn there is in no figure.
    const opened = this.element.parentElement.dataset.exploded;
    this.words.textContent = opened ? "An exploded claim is one line in the figure, with its sources." : "";
    this.kept.hidden = true;
    this.keeping.hidden = !offered.allowed;
    this.choices ??= new FigureChoices(offered, (format) => ({ address: `/api/figure/${format}`, body: this.asked() }), this.words);
    this.writing.replaceChildren(this.choices.element);
    this.element.showModal();
  }

  asked() {
    return { title: this.title.value, caption: this.caption.value, ...this.drawn() };
  }

  async keep() {
    this.words.textContent = "Keeping it …";
    this.keepButton.disabled = true;
    const response = await ask("/api/snapshots", this.asked(), this.words);
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
}
