// The Reading page: a text with what it names and states marked, and the list of its statements.

import { button, el, hue, outLink, plural } from "./dom.js";

const pages = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let page = pages.get(root);
  if (!page) {
    page = new ReadingPage(root);
    pages.set(root, page);
  }
  page.tell = (act) => component.setTriggerValue("act", act);
  page.show(component.data);
}

class ReadingPage {
  constructor(root) {
    this.frame = el("div", { class: "reading" });
    this.drawn = "";
    root.append(this.frame);
  }

  show(data) {
    const drawn = JSON.stringify(data);
    if (drawn === this.drawn) return; // a rerun that changes nothing keeps the place
    this.drawn = drawn;
    this.data = data;
    this.text = el("div", { class: "text" }, ...data.blocks.map((block) => this.block(block)));
    this.list = this.statements();
    this.frame.replaceChildren(
      el("header", {}, ...this.head()),
      el("main", { "aria-label": "Text" }, this.legend(), this.text, this.pager()),
      el("aside", { "aria-label": "Statements on this page" }, this.list),
    );
    this.frame.dataset.drawn = `${data.page}/${data.pages}`;
    this.lead();
  }

  head() {
    const { title, facts, address } = this.data;
    return [
      el("h1", {}, el("bdi", {}, title)),
      el("p", { class: "quiet" }, facts.join(" · "), address ? " · " : null, address ? outLink("Original", address) : null),
    ];
  }

  block(block) {
    const tag = block.kind === "heading" ? `h${Math.min(Number(block.lead) + 1, 5)}` : "p";
    const lead = block.kind === "entry" ? el("span", { class: "lead", "aria-hidden": "true" }, block.lead) : null;
    return el(tag, { class: block.kind }, lead, ...block.pieces.flatMap((piece) => this.piece(piece)));
  }

  piece(piece) {
    const said = piece.statements.map((index) => this.data.statements[index]);
    const words = piece.entity === null ? piece.text : this.entity(piece);
    const span = el(
      "span",
      {
        class: said.length ? `said ${tone(said)}` : null,
        "data-start": piece.start,
        "data-end": piece.end,
        "data-statements": said.length ? piece.statements.join(" ") : null,
        hidden: piece.hidden,
        onclick: said.length ? () => this.choose(piece.statements) : null,
      },
      words,
    );
    return [span, ...piece.ending.map((index) => this.chip(this.data.statements[index]))];
  }

  entity(piece) {
    const entity = this.data.entities[piece.entity];
    const label = `${piece.text}: ${entity.name}, ${entity.kind}`;
    return el(
      "a",
      { class: "entity", style: hue(entity.place), href: entity.link, title: `${entity.name} · ${entity.kind}`, "aria-label": label },
      piece.text,
    );
  }

  chip(said) {
    const label = `Statement ${said.number}: ${said.words}`;
    return el("a", { class: `chip ${tone([said])}`, href: said.link, title: said.words, "aria-label": label }, said.number);
  }

  statements() {
    const shown = Object.values(this.data.statements).sort((one, other) => one.number - other.number);
    const rows = shown.map((one) =>
      el(
        "li",
        {
          class: tone([one]),
          "data-number": one.number,
          onmouseenter: () => this.light([one.number - 1], "near"),
          onmouseleave: () => this.light([], "near"),
        },
        el("span", { class: "number" }, one.number),
        el(
          "div",
          {},
          el("a", { href: one.link }, el("bdi", {}, one.words)),
          el(
            "p",
            { class: "tags" },
            ...one.tags.map((tag) => el("span", { class: `tag ${tag}` }, tag)),
            button("in the text", () => this.goTo(one), { class: "link" }),
          ),
        ),
      ),
    );
    const head = el("h2", {}, plural(rows.length, "statement"), " on this page");
    const none = el("p", { class: "quiet" }, "Nothing on this page makes a claim that the loader can tell.");
    return el("section", {}, head, rows.length ? el("ol", {}, ...rows) : none);
  }

  legend() {
    const names = this.data.legend.map((row) =>
      el("span", { class: "key" }, el("span", { class: "entity", style: hue(row.place) }, "name"), row.label),
    );
    const tones = [
      ["asserted", "asserted"],
      ["suggested", "suggested"],
      ["proposed", "proposed"],
      ["asserted refutes", "against"],
      ["asserted contested", "contested"],
    ]
      .filter(([look]) => this.text.querySelector(`.said.${look.replace(" ", ".")}`))
      .map(([look, label]) => el("span", { class: "key" }, el("span", { class: `said ${look}` }, "words"), label));
    return el("div", { class: "legend", "aria-label": "Legend" }, ...names, ...tones);
  }

  pager() {
    const { page, pages } = this.data;
    if (pages < 2) return null;
    const to = (number) => () => this.tell({ page: number });
    return el(
      "nav",
      { class: "pager", "aria-label": "Pages" },
      button("Previous page", to(page - 1), { disabled: page === 1 }),
      el("span", {}, `Page ${page} of ${pages}`),
      button("Next page", to(page + 1), { disabled: page === pages, class: "primary" }),
    );
  }

  // Lead the eye to the place that the address names, or to the top of a new page.
  lead() {
    if (!this.data.at) return;
    const [start, end] = this.data.at;
    const spans = [...this.text.querySelectorAll("[data-start]")];
    const here = spans.filter((span) => Number(span.dataset.start) < Math.max(end, start + 1) && Number(span.dataset.end) > start);
    for (const span of here) span.classList.add("here");
    const said = here.find((span) => span.dataset.statements)?.dataset.statements.split(" ").map(Number);
    if (said) this.choose(said);
    requestAnimationFrame(() => here[0]?.scrollIntoView({ block: "center" }));
  }

  choose(statements) {
    this.light(statements, "chosen");
    const first = this.list.querySelector(`[data-number="${statements[0] + 1}"]`);
    const aside = this.list.parentElement;
    if (first) aside.scrollTop = first.offsetTop - aside.offsetTop - 40; // the list alone moves
  }

  goTo(one) {
    this.light([one.number - 1], "chosen");
    const span = [...this.text.querySelectorAll("[data-statements]")].find((node) => covers(node, one.number - 1));
    span?.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  // Mark the words and the rows of some statements, and no others.
  light(statements, how) {
    for (const span of this.text.querySelectorAll("[data-statements]"))
      span.classList.toggle(how, statements.some((index) => covers(span, index)));
    for (const row of this.list.querySelectorAll("[data-number]"))
      row.classList.toggle(how, statements.includes(Number(row.dataset.number) - 1));
  }
}

function covers(span, index) {
  return span.dataset.statements.split(" ").includes(String(index));
}

// How words are marked: the warning hue for what is contested, the line by the strongest certainty.
function tone(said) {
  if (!said.some((one) => one.counts)) return "apart";
  const counted = said.filter((one) => one.counts);
  const sure = ["asserted", "suggested", "proposed"].find((one) => counted.some((each) => each.certainty === one));
  const side = counted.every((one) => one.stance === "refutes") ? "refutes" : "supports";
  return `${sure} ${counted.some((one) => one.contested) ? "contested" : side}`;
}
