// The Paths page: from one entity to another, step by step, each with its evidence.

import { Choose } from "./choose.js";
import { button, el, hue, plural } from "./dom.js";

const pages = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let page = pages.get(root);
  if (!page) {
    page = new PathsPage(root);
    pages.set(root, page);
  }
  page.tell = (act) => component.setTriggerValue("act", act);
  page.show(component.data);
}

class PathsPage {
  constructor(root) {
    this.from = new Choose("From", "from");
    this.to = new Choose("To", "to");
    this.length = el("select", { name: "length" });
    this.limit = el("select", { name: "limit" });
    this.denied = el("input", { type: "checkbox", name: "denied" });
    this.said = el("p", { class: "quiet", role: "status" });
    this.form = el(
      "form",
      {
        class: "ask",
        role: "search",
        "aria-label": "Ask for paths",
        onsubmit: (event) => {
          event.preventDefault();
          this.ask();
        },
      },
      this.from.element,
      button("⇄", () => this.swap(), { class: "swap", "aria-label": "Swap the ends", title: "Swap the ends" }),
      this.to.element,
      el("label", {}, el("span", {}, "Steps, at most"), this.length),
      el("label", {}, el("span", {}, "Paths"), this.limit),
      el("label", { class: "check" }, this.denied, el("span", {}, "also by what is only denied")),
      el("button", { type: "submit", class: "primary" }, "Find paths"),
    );
    this.answer = el("div", { class: "answer" });
    this.frame = el("div", { class: "paths" }, this.form, this.said, this.answer);
    root.append(this.frame);
  }

  show(data) {
    this.data = data;
    const { asked, names } = data;
    this.from.show(asked.from, names.from);
    this.to.show(asked.to, names.to);
    this.length.replaceChildren(...options([1, 2, 3, 4, 5, 6], asked.length));
    this.limit.replaceChildren(...options([5, 10, 20, 50], asked.limit));
    this.denied.checked = asked.denied;
    this.said.textContent = data.said;
    this.answer.replaceChildren(...this.answered());
    this.frame.dataset.drawn = JSON.stringify([asked, data.paths.length]);
  }

  async ask() {
    const [from, to] = [await this.from.meant(), await this.to.meant()];
    if (!from || !to) {
      this.said.textContent = "Choose both ends: type a name, and take one of those that are offered.";
      return;
    }
    const asked = { from, to, length: this.length.value, limit: this.limit.value };
    this.tell({ kind: "ask", ...asked, denied: this.denied.checked });
  }

  swap() {
    const [id, name] = [this.from.chosen, this.from.input.value];
    this.from.show(this.to.chosen, this.to.input.value);
    this.to.show(id, name);
    if (this.data.paths.length) this.ask();
  }

  answered() {
    const { paths, example, ranking, all } = this.data;
    if (!paths.length) {
      return example ? [el("p", { class: "empty" }, "For example: ", el("a", { href: example.link }, example.text))] : [];
    }
    return [
      el(
        "div",
        { class: "over" },
        el("details", {}, el("summary", {}, "How they are ranked"), ...ranking.map((line) => el("p", {}, line))),
        el("a", { class: "go", href: all }, `All ${paths.length} on the canvas`),
      ),
      el("ol", { class: "found" }, ...paths.map((path, index) => this.path(path, index))),
    ];
  }

  path(path, index) {
    const chain = path.entities.flatMap((entity, at) => {
      const chip = el("a", { class: "node", style: hue(entity.place), href: entity.link }, el("bdi", {}, entity.name));
      const step = path.steps[at];
      return step ? [chip, this.arrow(step, at === path.weakest)] : [chip];
    });
    return el(
      "li",
      { class: "path", "data-ids": path.entities.map((entity) => entity.id).join(" ") },
      el("div", { class: "chain" }, el("span", { class: "rank" }, index + 1), ...chain),
      el("p", { class: "why" }, path.explanation, el("a", { class: "go", href: path.link }, "On the canvas")),
      el("details", {}, el("summary", {}, plural(path.steps.length, "step"), path.steps.length === 1 ? " with its evidence" : " with their evidence"), ...path.steps.map((step) => this.step(step))),
    );
  }

  arrow(step, weakest) {
    const words = step.symmetric ? step.phrase : step.forward ? `${step.phrase} →` : `← ${step.phrase}`;
    return el(
      "span",
      { class: `arrow ${step.certainty} ${step.contested ? "contested" : ""} ${weakest ? "weakest" : ""}`, title: `${step.sentence}: ${step.standing}` },
      words,
    );
  }

  step(step) {
    const quotes = step.quotes.map((one) =>
      el(
        "blockquote",
        { class: one.stance },
        ...one.quote.map((part) => (part.cue ? el("mark", {}, part.text) : part.text)),
        el("cite", {}, one.read ? el("a", { href: one.read }, el("bdi", {}, one.source)) : el("bdi", {}, one.source), one.papers ? ` · ${one.papers}` : ""),
      ),
    );
    return el(
      "section",
      { class: "step" },
      el("p", {}, el("a", { href: step.link }, el("bdi", {}, step.sentence)), el("span", { class: step.contested ? "tag contested" : "tag" }, step.standing)),
      ...quotes,
      quotes.length ? null : el("p", { class: "quiet" }, step.databases.length ? `Asserted by ${step.databases.join(", ")}, without a paper.` : "No quote: its evidence is rows of a table."),
      step.more ? el("p", { class: "quiet" }, `${plural(step.more, "more statement")} in its panel on the canvas.`) : null,
      step.others.length ? el("p", { class: "quiet" }, `Also between them: ${step.others.join("; ")}.`) : null,
    );
  }
}

function options(values, chosen) {
  const all = values.includes(chosen) ? values : [...values, chosen].sort((one, other) => one - other);
  return all.map((value) => el("option", { value, selected: value === chosen }, value));
}
