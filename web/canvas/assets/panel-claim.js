// The panel of a claim: its words, how much stands on which side, its statements, its opposite.

import { button, el, plural } from "./dom.js";
import { copyButton } from "./panel-copy.js";
import { section } from "./panel-entity.js";
import { drawStatement } from "./panel-statement.js";

export function drawClaim(panel, act, place) {
  return [
    el("h1", {}, panel.sentence),
    el("p", { class: "ids" }, panel.key),
    panel.banner ? el("p", { class: `banner ${panel.banner.tone}` }, panel.banner.text) : null,
    el(
      "p",
      { class: "ends" },
      ...panel.ends.map((end) => button(end.name, () => act({ kind: "focus", id: end.id }), { class: "chip" })),
    ),
    balance(panel),
    panel.papers ? el("p", { class: "small" }, panel.papers) : null,
    tools(panel, act),
    opposite(panel, act),
    ...panel.sides.map((side) => drawSide(side, panel, act, place)),
    section("Asserted by databases, not evidence", databases(panel)),
  ];
}

function balance(panel) {
  if (!panel.supports && !panel.refutes) return null;
  return el(
    "div",
    { class: "balance", role: "img", "aria-label": `${panel.supports} for, ${panel.refutes} against` },
    el("span", { class: "for", style: `flex-grow: ${panel.supports}`, hidden: !panel.supports }),
    el("span", { class: "against", style: `flex-grow: ${panel.refutes}`, hidden: !panel.refutes }),
  );
}

function tools(panel, act) {
  const explode = panel.statements
    ? button(panel.exploded ? "Fold evidence" : "Explode", () => act({ kind: "explode", id: panel.id }), {
        class: "small-button",
        "aria-pressed": String(panel.exploded),
        title: `Draw ${plural(panel.statements, "statement")} and the papers between the two entities`,
      })
    : null;
  return el("p", { class: "tools" }, explode, copyButton("Copy claim id", panel.id));
}

function opposite(panel, act) {
  if (!panel.opposite) return null;
  const { id, sentence, weight } = panel.opposite;
  return el(
    "p",
    { class: "opposite small" },
    "The opposite: ",
    button(sentence, () => act({ kind: "open", id }), { class: "link" }),
    ` · ${weight}`,
  );
}

function drawSide(side, panel, act, place) {
  return el(
    "section",
    { class: `side-of ${side.stance}` },
    el("h2", {}, side.title, el("span", { class: "count" }, side.counts)),
    ...side.statements.map((one) => drawStatement(one, panel.reviewing, act, place)),
    side.more ? el("p", { class: "small" }, side.more) : null,
  );
}

function databases({ databases: rows }) {
  if (!rows.length) return null;
  return el(
    "ul",
    { class: "databases" },
    ...rows.map((row) => el("li", {}, `${row.name} ${row.says}`, el("span", { class: "small" }, ` in ${row.document}`))),
  );
}
