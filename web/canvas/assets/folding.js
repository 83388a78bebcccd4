// Folding: taxa by rank and all else by parent, what a folded node looks like, and its panel.

import { button, el, outLink, plural } from "./dom.js";
import { FONT } from "./nodes.js";

// The control beside the canvas; nothing where the view has nothing that could be folded.
export class Folding {
  constructor(act) {
    this.act = act;
    this.element = el("section", { class: "filter rollup", "aria-label": "Roll up" });
  }

  show({ folding, embed }) {
    const parts = [
      folding.ranks.length ? this.ranks(folding) : null,
      folding.parents ? this.parents(folding) : null,
    ].filter(Boolean);
    this.element.hidden = !parts.length || embed;
    this.element.replaceChildren(...(parts.length ? [el("h2", {}, "Roll up"), ...parts] : []));
  }

  ranks({ ranks, rank }) {
    const options = [["", "as stated"], ...ranks.map((one) => [one, one])];
    if (rank === "some") options.unshift(["some", "some folded"]);
    const select = el(
      "select",
      { "aria-label": "Taxa by", onchange: () => this.act({ kind: "rank", name: select.value }) },
      ...options.map(([value, label]) => el("option", { value, selected: value === rank }, label)),
    );
    return el("label", { class: "by-rank" }, el("span", {}, "Taxa by"), select);
  }

  parents({ by_parent }) {
    const box = el("input", { type: "checkbox", checked: by_parent, onchange: () => this.act({ kind: "by_parent", on: box.checked }) });
    return el("label", {}, box, el("span", { title: "What is a kind of something else goes into it" }, "Diseases by parent"));
  }
}

// The panel of a fold: its claims, then each that is inside with its own.
export function drawFold(panel, act) {
  return [
    el("h1", {}, panel.name),
    el("p", { class: "ids" }, `${panel.category} · `, outLink(panel.id, panel.address)),
    el("p", { class: "tools" },
      button("Open", () => act({ kind: "unfold", id: panel.id }), { class: "small-button primary", title: "Draw what is inside again" })),
    el("p", { class: "small" }, `Stands for ${plural(panel.inside.length, "entity", "entities")} below it. `, panel.within),
    el("h2", {}, `Claims together (${panel.claims.length})`),
    ...panel.claims.map((claim) => said(claim, () => act({ kind: "focus", id: claim.id }))),
    el("h2", {}, `Inside (${panel.inside.length})`),
    ...panel.inside.map((one) => member(one, act)),
  ];
}

// What the panel of an entity or a claim adds: where it can go, or what it is made of.
export function drawFolding(panel, act) {
  if (panel.fold) {
    return el("p", { class: "small folds" }, "Inside ",
      button(panel.fold.name, () => act({ kind: "focus", id: panel.fold.id }), { class: "link" }), " on the canvas.");
  }
  if (panel.parents?.length) {
    return el("details", { class: "small folds" }, el("summary", {}, "Fold into parent…"),
      ...panel.parents.map((one) =>
        el("p", {}, button(one.name, () => act({ kind: "fold", id: one.id }), { class: "link" }), one.rank ? ` · ${one.rank}` : "")));
  }
  if (panel.made_of) {
    return el("section", { class: "folds" }, el("h2", {}, `Made of ${plural(panel.made_of.length, "claim")}`),
      ...panel.made_of.map((claim) => said(claim, () => act({ kind: "open", id: claim.id }))),
      el("p", { class: "small" }, "Its statements are about what is inside: choose one of these claims to explode it."));
  }
  return null;
}

function member(one, act) {
  return el("details", { class: "group", open: one.claims.length < 4 },
    el("summary", {}, el("bdi", {}, one.name), el("span", { class: "count" }, one.claims.length)),
    ...one.claims.map((claim) => said(claim, () => act({ kind: "open", id: claim.id }))),
    el("p", { class: "small" }, button("What is known of it", () => act({ kind: "focus", id: one.id }), { class: "link" })));
}

function said(claim, go) {
  return el("div", { class: "known" },
    button(claim.sentence, go, { class: "link" }),
    claim.agreement ? el("span", { class: `tag ${claim.agreement}` }, claim.agreement) : null,
    claim.denied ? el("span", { class: "tag" }, "denied") : null,
    el("span", { class: "count" }, claim.weight));
}

// Cards behind the box of a fold.
export function pile(context, node, left, top, outline, look) {
  for (const by of [7, 3.5]) {
    outline(context, node.form, left + by, top + by, node.width, node.height);
    context.fillStyle = look.paper;
    context.fill();
    context.strokeStyle = node.form.stroke;
    context.lineWidth = node.form.outline;
    context.stroke();
  }
}

// How many are inside.
export function insideBadge(context, node, left, bottom, look) {
  const text = `${node.inside.toLocaleString("en-GB")} inside`;
  context.font = `600 13px ${FONT}, sans-serif`;
  const width = context.measureText(text).width + 14;
  context.beginPath();
  context.roundRect(left - 6, bottom - 7, width, 16, 9);
  context.fillStyle = look.accent;
  context.fill();
  context.fillStyle = look.paper;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(text, left - 6 + width / 2, bottom + 5.5);
}
