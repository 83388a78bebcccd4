// The list twin of the canvas: the same entities and claims as tables, for keyboard and reader.

import { button, el } from "./dom.js";
import { explodedRows } from "./exploded.js";

export function drawList(place, data, act, read) {
  const names = new Map(data.nodes.map((node) => [node.id, node.name]));
  const said = explodedRows(data.exploded, (claim, statement) => read({ claim, statement }));
  place.replaceChildren(
    ...(said.length ? [table(`Evidence drawn (${said.length})`, ["Statement", "Paper"], said)] : []),
    table(
      `Claims (${data.edges.length})`,
      ["Claim", "Certainty", "Agreement", "Papers", "Statements"],
      data.edges.map((edge) => [
        button(
          `${names.get(edge.from)} ${edge.phrase} ${names.get(edge.to)}`,
          () => act({ kind: "focus", id: edge.id }),
          { class: "link" },
        ),
        edge.certainty_words,
        edge.agreement_words,
        edge.papers,
        edge.statements,
      ]),
    ),
    table(
      `Entities (${data.nodes.length})`,
      ["Entity", "Kind", "Id", "Not shown", ""],
      data.nodes.map((node) => [
        button(node.name, () => act({ kind: "focus", id: node.id }), { class: "link" }),
        node.inside ? `${node.kind}, ${node.inside} inside` : node.kind,
        node.id,
        node.more,
        button("Grow", () => act({ kind: "grow", id: node.id }), {
          class: "link",
          "aria-label": `Grow ${node.name}`,
        }),
      ]),
    ),
  );
}

function table(caption, heads, rows) {
  return el(
    "table",
    {},
    el("caption", {}, caption),
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, rows.map((row) => el("tr", {}, row.map((cell) => el("td", {}, cell))))),
  );
}
