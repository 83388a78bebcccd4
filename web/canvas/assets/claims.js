// The Claims page: filters, and a table that sorts, pages and leads to the canvas.

import { button, el, plural } from "./dom.js";

const WAIT = 350; // milliseconds after the last key
const COLUMNS = [
  ["subject", "Claim", "text"],
  ["agreement", "Agreement", "text"],
  ["certainty", "Certainty", "text"],
  ["supports", "For", "number"],
  ["refutes", "Against", "number"],
  ["papers", "Papers", "number"],
  ["last_year", "Years", "text"],
  ["", "Hosts", "text"],
];
const LABELS = {
  agreement: "Agreement",
  certainty: "Certainty",
  stance: "Said by",
  predicate: "Relation",
  category: "About a",
  host: "Host",
};
const pages = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let page = pages.get(root);
  if (!page) {
    page = new ClaimsPage(root);
    pages.set(root, page);
  }
  page.tell = (act) => component.setTriggerValue("act", act);
  page.show(component.data);
}

class ClaimsPage {
  constructor(root) {
    this.bar = el("form", { class: "filters", role: "search", "aria-label": "Narrow the claims", onsubmit: (event) => event.preventDefault() });
    this.table = el("div", { class: "scroll" });
    this.foot = el("nav", { class: "pager", "aria-label": "Pages" });
    this.frame = el("div", { class: "claims" }, this.bar, this.table, this.foot);
    root.append(this.frame);
  }

  show(data) {
    this.data = data;
    if (!this.bar.contains(this.bar.getRootNode().activeElement)) this.drawFilters();
    this.table.replaceChildren(data.rows.length ? this.rows() : this.none());
    this.foot.replaceChildren(...this.pager());
    this.frame.dataset.drawn = JSON.stringify([data.query, data.sort, data.descending, data.offset, data.rows.length, data.rollup]);
  }

  drawFilters() {
    const { query, choices, documents, about } = this.data;
    const text = el("input", {
      type: "search",
      name: "text",
      value: query.text ?? "",
      placeholder: "Words of a name",
      "aria-label": "Words of a name",
      oninput: () => this.later(),
    });
    const selects = Object.entries(choices).map(([name, options]) => this.select(name, options, query[name]));
    const numbers = [
      ["since", "Since", "year"],
      ["until", "Until", "year"],
      ["papers", "Papers from", "0"],
    ].map(([name, label, hint]) => this.number(name, label, hint, query[name]));
    const chip = documents.length
      ? button(`In ${documents.join(", ")} ✕`, () => this.ask({ document: "" }), { class: "chip-button", "aria-label": "All documents again" })
      : null;
    const whose = about.id
      ? button(`About ${about.name} ✕`, () => this.act({ kind: "filter", query: { ...query, ...this.order() } }), { class: "chip-button", "aria-label": "The claims of all again" })
      : null;
    const clear = Object.keys(query).length ? button("Clear all", () => this.act({ kind: "filter", query: { ...this.order(), ...this.whose() } }), { class: "link" }) : null;
    this.bar.replaceChildren(...[labelled("Search", text), this.rollup(), ...selects, ...numbers, whose, chip, clear].filter(Boolean));
  }

  // What the rows are folded by; the counts follow.
  rollup() {
    const { rollup, rollups } = this.data;
    const options = [["", "as stated"], ...Object.entries(rollups)];
    const rows = options.map(([value, label]) => el("option", { value, selected: value === rollup }, label));
    return labelled("Roll up", el("select", { name: "rollup", onchange: (event) => this.ask({ rollup: event.target.value }) }, ...rows));
  }

  select(name, options, chosen) {
    const several = chosen && !(chosen in options);
    const rows = [
      el("option", { value: "" }, "any"),
      several ? el("option", { value: chosen, selected: true }, chosen.split(",").join(" or ")) : null,
      ...Object.entries(options).map(([value, label]) => el("option", { value, selected: value === chosen }, label)),
    ].filter(Boolean);
    return labelled(LABELS[name], el("select", { name, onchange: (event) => this.ask({ [name]: event.target.value }) }, ...rows));
  }

  number(name, label, hint, value) {
    return labelled(label, el("input", { name, class: "short", inputmode: "numeric", placeholder: hint, value: value ?? "", oninput: () => this.later() }));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const typed = [...this.bar.querySelectorAll("input")].map((input) => [input.name, input.value.trim()]);
      this.ask(Object.fromEntries(typed));
    }, WAIT);
  }

  order() {
    const { sort, descending, rollup } = this.data;
    return { sort: descending ? sort : `-${sort}`, ...(rollup ? { rollup } : {}) };
  }

  whose() {
    return this.data.about.id ? { entity: this.data.about.id } : {};
  }

  // Ask for other claims; what is not named stays as it is, "" takes a filter away.
  ask(changed) {
    const query = { ...this.data.query, ...this.order(), ...this.whose(), ...changed };
    this.act({ kind: "filter", query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== "")) });
  }

  act(act) {
    this.bar.getRootNode().activeElement?.tagName === "INPUT" || this.bar.getRootNode().activeElement?.blur?.();
    this.tell(act);
  }

  rows() {
    const heads = COLUMNS.map(([sort, label, kind]) => this.head(sort, label, kind));
    const body = this.data.rows.map((row) => this.row(row));
    return el("table", {}, el("caption", { class: "spoken" }, "Claims"), el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...body));
  }

  head(sort, label, kind) {
    const on = sort && sort === this.data.sort;
    const way = !on ? "none" : this.data.descending ? "descending" : "ascending";
    const mark = way === "none" ? "" : way === "descending" ? " ↓" : " ↑";
    const content = sort ? button(label + mark, () => this.sort(sort, kind), { class: "head" }) : label;
    return el("th", { scope: "col", class: kind, "aria-sort": sort ? way : null }, content);
  }

  sort(sort, kind) {
    const on = sort === this.data.sort;
    const descending = on ? !this.data.descending : kind === "number" || sort !== "subject";
    this.ask({ sort: descending ? sort : `-${sort}` });
  }

  row(row) {
    const claim = el(
      "a",
      { href: row.link },
      el("bdi", { class: "end" }, clipped(row.subject)),
      el("span", { class: "phrase" }, ` ${row.phrase} `),
      el("bdi", { class: "end" }, clipped(row.object)),
    );
    const papers = row.refuting_papers ? `${row.papers} v ${row.refuting_papers}` : String(row.papers);
    const rests = row.databases.length ? el("span", { class: "tag" }, `in ${row.databases.join(", ")}`) : null;
    return el(
      "tr",
      { "data-claim": row.id, class: row.agreement === "contested" ? "contested" : null },
      el("td", { class: "claim" }, claim, el("span", { class: "kinds" }, kinds(row))),
      el("td", {}, agreement(row)),
      el("td", {}, row.certainty ? el("span", { class: `line ${row.certainty}` }) : null, row.certainty, rests),
      el("td", { class: "number" }, row.supports),
      el("td", { class: "number" }, row.refutes),
      el("td", { class: "number" }, papers),
      el("td", {}, row.years),
      el("td", {}, clipped(row.hosts.join(", "), 60)),
    );
  }

  none() {
    return el(
      "p",
      { class: "empty" },
      "No claim fits. ",
      button("Ask for all of them", () => this.act({ kind: "filter", query: this.whose() }), { class: "link" }),
    );
  }

  pager() {
    const { rows, offset, next, previous, total, cut } = this.data;
    const query = { ...this.data.query, ...this.order(), ...this.whose() };
    if (!total) return [];
    const turn = (to) => () => this.act({ kind: "page", offset: to, query });
    const all = plural(total, "claim");
    const [from, to] = [offset + 1, offset + rows.length].map((number) => number.toLocaleString("en-GB"));
    return [
      button("Previous page", turn(previous), { disabled: previous === null }),
      el("span", { role: "status" }, (rows.length === total ? all : `${from} to ${to} of ${all}`) + cut),
      button("Next page", turn(next), { disabled: next === null, class: "primary" }),
    ];
  }
}

function labelled(label, field) {
  return el("label", {}, el("span", {}, label), field);
}

function kinds(row) {
  const made = row.made_of ? ` · made of ${plural(row.made_of, "claim")}` : "";
  return row.kinds.join(" → ") + made;
}

function agreement(row) {
  if (row.agreement !== "one-sided") return el("span", { class: `tag ${row.agreement}` }, row.agreement);
  return row.denied ? el("span", { class: "tag" }, "denied") : el("span", { class: "quiet" }, "one-sided");
}

function clipped(text, most = 160) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
