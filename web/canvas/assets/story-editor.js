// The editor of a story: the figure to choose in, the steps beside it. Nothing is kept before Save.

import { button, el, plural } from "./dom.js";

const MODES = { focus: "Emphasise", reveal: "Let appear" };

export class StoryEditor {
  constructor(tell) {
    this.tell = tell;
    this.mode = "focus";
    this.at = 0;
    this.title = el("input", { type: "text", maxlength: "200", "aria-label": "Title of the story" });
    this.figure = el("div", { class: "figure" });
    this.modes = Object.entries(MODES).map(([mode, label]) => button(label, () => this.setMode(mode), { "data-mode": mode }));
    this.hint = el("p", { class: "quiet" });
    this.steps = el("ol", { class: "steps", "aria-label": "Steps" });
    this.words = el("p", { class: "quiet", role: "status" });
    this.preview = el("dialog", { class: "preview", "aria-label": "Preview" });
    this.element = el(
      "section",
      { class: "editor", hidden: true, "aria-label": "Editor" },
      el("header", {}, el("label", {}, "Title", this.title), el("span", { class: "together" },
        button("Preview", () => this.look()), button("Save", () => this.save(), { class: "primary" }), button("Close", () => tell({ kind: "close" })))),
      el("div", { class: "bench" },
        el("div", { class: "board" }, el("div", { class: "segments", role: "group", "aria-label": "A click in the figure" }, ...this.modes), this.hint, this.figure),
        el("div", { class: "order" }, this.steps, button("Add a step", () => this.add()), this.words)),
      this.preview,
    );
  }

  show(edited, troubled) {
    this.element.hidden = !edited;
    if (!edited) {
      this.key = "";
      return;
    }
    const key = `${edited.id} ${edited.snapshot}`;
    if (key === this.key) return; // what is being written here is newer than what came
    const saved = this.key && this.story?.snapshot === edited.snapshot && !troubled;
    this.key = key;
    this.story = { id: edited.id, title: edited.title, snapshot: edited.snapshot, steps: edited.steps.map((step) => ({ ...step, focus: [...step.focus], reveal: [...step.reveal] })) };
    this.known = edited;
    this.title.value = edited.title;
    if (!this.story.steps.length) this.story.steps.push({ caption: "", focus: [], reveal: [] });
    this.at = saved ? Math.min(this.at, this.story.steps.length - 1) : 0;
    this.words.textContent = "";
    this.drawFigure(edited.image).then(() => this.redraw());
    this.redraw();
  }

  // The figure as a tree of its own, so that what is in it can be chosen; it is parsed as an image is.
  async drawFigure(address) {
    const response = await fetch(address);
    const parsed = new DOMParser().parseFromString(await response.text(), "image/svg+xml");
    const drawn = document.importNode(parsed.documentElement, true);
    drawn.removeAttribute("width");
    drawn.removeAttribute("height");
    // What claims say stands between the last line and the first box, in no group of its own.
    const words = [...drawn.children].filter((one) => ["rect", "text"].includes(one.tagName) && one.previousElementSibling?.matches(".claim, .words"));
    for (const one of words) one.classList.add("words");
    for (let one of words) while ((one = one.nextElementSibling) && !one.matches("g")) one.classList.add("words");
    for (const one of drawn.querySelectorAll("[data-entity], [data-claim]")) {
      one.setAttribute("tabindex", "0");
      one.setAttribute("role", "button");
      const choose = () => this.toggle(one.dataset.entity ?? one.dataset.claim);
      one.addEventListener("click", choose);
      one.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose();
      });
    }
    this.figure.replaceChildren(drawn);
    this.element.dataset.figure = this.known.snapshot;
  }

  get step() {
    return this.story.steps[this.at];
  }

  setMode(mode) {
    this.mode = mode;
    this.redraw();
  }

  toggle(id) {
    const chosen = this.step[this.mode];
    this.step[this.mode] = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    this.redraw();
  }

  add() {
    this.story.steps.splice(this.at + 1, 0, { caption: "", focus: [], reveal: [] });
    this.at += 1;
    this.redraw();
    this.steps.children[this.at].querySelector("textarea").focus();
  }

  move(index, by) {
    const { steps } = this.story;
    const to = index + by;
    if (to < 0 || to >= steps.length) return;
    [steps[index], steps[to]] = [steps[to], steps[index]];
    this.at = to;
    this.redraw();
  }

  remove(index) {
    if (this.story.steps.length === 1) {
      this.words.textContent = "A story has at least one step.";
      return;
    }
    this.story.steps.splice(index, 1);
    this.at = Math.min(this.at, this.story.steps.length - 1);
    this.redraw();
  }

  redraw() {
    for (const one of this.modes) one.setAttribute("aria-pressed", String(one.dataset.mode === this.mode));
    this.hint.textContent = {
      focus: "Click what this step is about: all else is dimmed. With nothing chosen nothing is.",
      reveal: "Click what appears with this step. What appears in no step is there from the start.",
    }[this.mode];
    this.steps.replaceChildren(...this.story.steps.map((step, index) => this.row(step, index)));
    this.paint();
  }

  row(step, index) {
    const caption = el("textarea", { rows: "2", maxlength: "300", "aria-label": `Caption of step ${index + 1}`, placeholder: "What this step says" });
    caption.value = step.caption;
    caption.addEventListener("input", () => { step.caption = caption.value; });
    caption.addEventListener("focus", () => this.choose(index));
    return el(
      "li",
      { class: index === this.at ? "chosen" : null, "aria-current": index === this.at ? "step" : null },
      button(String(index + 1), () => this.choose(index), { class: "number", "aria-label": `Step ${index + 1}` }),
      el("div", {}, caption, el("p", { class: "quiet" }, this.told(step))),
      el("span", { class: "moves" },
        button("↑", () => this.move(index, -1), { "aria-label": `Move step ${index + 1} up`, disabled: index === 0 }),
        button("↓", () => this.move(index, 1), { "aria-label": `Move step ${index + 1} down`, disabled: index === this.story.steps.length - 1 }),
        button("×", () => this.remove(index), { "aria-label": `Delete step ${index + 1}` })),
    );
  }

  told(step) {
    const parts = [];
    if (step.focus.length) parts.push(`about ${plural(step.focus.length, "thing")}`);
    if (step.reveal.length) parts.push(`${plural(step.reveal.length, "thing")} appear${step.reveal.length === 1 ? "s" : ""}`);
    return parts.join(", ") || "shows all that is there";
  }

  choose(index) {
    if (index === this.at) return;
    this.at = index;
    [...this.steps.children].forEach((row, place) => {
      row.classList.toggle("chosen", place === index);
      if (place === index) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
    });
    this.paint();
  }

  // What is there, dimmed or yet to come at this step; as `Story.visible` and `emphasised` say.
  paint() {
    const { there, bright } = this.seen();
    const all = this.known.entities.every((one) => bright.has(one.id));
    for (const one of this.figure.querySelectorAll(".words")) one.classList.toggle("dim", !all);
    for (const one of this.figure.querySelectorAll("[data-entity], [data-claim]")) {
      const id = one.dataset.entity ?? one.dataset.claim;
      one.classList.toggle("later", !there.has(id));
      one.classList.toggle("dim", there.has(id) && !bright.has(id));
      one.classList.toggle("picked", this.step[this.mode].includes(id));
      one.setAttribute("aria-pressed", String(this.step[this.mode].includes(id)));
    }
  }

  seen() {
    const steps = this.story.steps;
    const now = new Set(steps.slice(0, this.at + 1).flatMap((step) => step.reveal));
    const later = new Set(steps.slice(this.at + 1).flatMap((step) => step.reveal).filter((id) => !now.has(id)));
    const there = new Set(this.known.entities.map((one) => one.id).filter((id) => !later.has(id)));
    for (const claim of this.known.claims) if (now.has(claim.id)) there.add(claim.subject).add(claim.object);
    for (const claim of this.known.claims) if (!later.has(claim.id) && there.has(claim.subject) && there.has(claim.object)) there.add(claim.id);
    const focus = new Set(this.step.focus.filter((id) => there.has(id)));
    if (!focus.size) return { there, bright: there };
    const bright = new Set(focus);
    for (const claim of this.known.claims) {
      if (focus.has(claim.id)) bright.add(claim.subject).add(claim.object);
      if (focus.has(claim.subject) && focus.has(claim.object)) bright.add(claim.id);
    }
    return { there, bright };
  }

  fields() {
    return { title: this.title.value, snapshot: this.story.snapshot, steps: this.story.steps };
  }

  save() {
    this.words.textContent = "Saving …";
    this.key = `${this.story.id} ${this.story.snapshot} saving`;
    this.tell({ kind: "save", id: this.story.id, story: this.fields() });
  }

  async look() {
    const response = await fetch("/api/stories/step", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ story: this.fields(), step: this.at }),
    });
    if (!response.ok) {
      this.words.textContent = (await response.json()).detail;
      return;
    }
    const address = URL.createObjectURL(await response.blob());
    const image = el("img", { src: address, alt: `Step ${this.at + 1} as it is shown` });
    this.preview.replaceChildren(image, el("form", { method: "dialog" }, el("button", {}, "Close")));
    this.preview.addEventListener("close", () => URL.revokeObjectURL(address), { once: true });
    this.preview.showModal();
  }
}
