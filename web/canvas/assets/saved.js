// Saved queries: the list they are chosen from; or the form of one, and its answer as a table.

import { Choose } from "./choose.js";
import { button, el, outLink, plural } from "./dom.js";

const pages = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let page = pages.get(root);
  if (!page) {
    page = new SavedPage(root);
    pages.set(root, page);
  }
  page.tell = (act) => component.setTriggerValue("act", act);
  page.show(component.data);
}

class SavedPage {
  constructor(root) {
    this.frame = el("div", { class: "paths saved" });
    root.append(this.frame);
  }

  show(data) {
    this.data = data;
    const parts = data.form ? this.one(data) : this.every(data);
    this.frame.replaceChildren(...parts.filter(Boolean));
    this.frame.dataset.drawn = JSON.stringify([data.form?.name ?? "", data.answer?.rows.length ?? -1]);
  }

  every({ queries, trouble }) {
    const card = (query) => el("li", {}, this.lead(query.link, { name: query.name, set: {} }, query.title), el("p", {}, query.question));
    const topics = queries.flatMap((topic) => [el("h3", {}, topic.topic), el("ul", { class: "queries" }, ...topic.queries.map(card))]);
    return [
      trouble ? el("p", { class: "trouble", role: "alert" }, trouble) : null,
      el("h2", {}, "Questions that need no Cypher"),
      ...topics,
    ];
  }

  one({ form, answer, trouble }) {
    this.fields = form.fields.map((field) => this.field(field));
    const ask = el(
      "form",
      {
        class: "ask",
        "aria-label": form.title,
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          this.ask();
        },
      },
      ...this.fields.map((field) => field.element),
      el("button", { type: "submit", class: "primary" }, "Run"),
    );
    return [
      el("p", { class: "back" }, this.lead("./query", {}, "‹ All saved queries")),
      el("h1", {}, form.title),
      el("p", { class: "question" }, form.question),
      ask,
      trouble ? el("p", { class: "trouble", role: "alert" }, trouble) : null,
      ...(answer ? this.answered(answer) : []),
      this.cypher(form, answer),
    ];
  }

  // A link that is followed without loading the page anew, unless a new tab is wanted.
  lead(href, act, text) {
    const follow = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      this.tell({ ...act, at: Date.now() });
    };
    return el("a", { href, onclick: follow }, text);
  }

  field(field) {
    if (field.type === "entity") {
      const box = new Choose(field.label, field.name);
      box.show(field.value, field.shown);
      box.element.title = field.help;
      const read = async () => {
        const meant = await box.meant();
        return meant || box.input.value.trim();
      };
      return { name: field.name, element: box.element, read };
    }
    const input = field.choices.length
      ? el("select", { name: field.name }, ...field.choices.map((one) => el("option", { value: one.value, selected: one.value === field.value }, one.label)))
      : el("input", { name: field.name, value: field.value, type: field.type === "integer" ? "number" : "text", min: field.least, max: field.most });
    const element = el("label", { class: field.type, title: field.help }, el("span", {}, field.label), input);
    return { name: field.name, element, read: () => input.value };
  }

  async ask() {
    const values = await Promise.all(this.fields.map((field) => field.read()));
    const set = Object.fromEntries(this.fields.map((field, at) => [field.name, values[at]]));
    this.tell({ name: this.data.form.name, set, at: Date.now() });
  }

  answered({ columns, rows, all, cut, said }) {
    const count = el(
      "p",
      { class: "count", role: "status" },
      el("strong", {}, rows.length ? plural(rows.length, "row") : "No rows"),
      cut ? el("span", { class: "cut" }, ` · ${cut}`) : null,
      all ? el("a", { class: "go", href: all }, "All on the canvas") : null,
    );
    const notes = said.map((text) => el("p", { class: "quiet" }, text));
    if (!rows.length) return [...notes, count];
    const numbers = columns.map((_, at) => rows.some((row) => row.cells[at].number));
    const head = columns.map((name, at) => el("th", { scope: "col", class: numbers[at] ? "number" : "" }, name));
    const first = numbers.indexOf(false); // the cell that leads to the canvas
    const body = rows.map((row) => el("tr", {}, ...row.cells.map((cell, at) => this.cell(cell, numbers[at], at === first && row.link))));
    const table = el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body));
    return [...notes, count, el("div", { class: "rows", tabindex: "0", role: "region", "aria-label": "Rows" }, table)];
  }

  cell({ text, link }, number, canvas) {
    const name = el("bdi", {}, text);
    const shown = canvas ? el("a", { href: canvas, title: "Open on the canvas" }, name) : link ? outLink(text, link) : name;
    return el("td", { class: number ? "number" : text.length > 50 ? "long" : canvas ? "lead" : "" }, shown);
  }

  cypher(form, answer) {
    return el(
      "details",
      { class: "cypher" },
      el("summary", {}, "The Cypher behind it"),
      el("pre", {}, form.cypher),
      el(
        "p",
        {},
        button("Copy", (event) => navigator.clipboard.writeText(form.cypher).then(() => (event.target.textContent = "Copied"))),
        answer ? el("a", { href: answer.filled }, "Open in the console, with these values") : null,
      ),
    );
  }
}
