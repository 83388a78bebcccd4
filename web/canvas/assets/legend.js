// The legend: only what is drawn; a click on a line switches what it stands for off or on.

import { el } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";

export function drawLegend(place, rows, act) {
  const drawn = rows.map((row, index) => {
    const first = index > 0 && row.group !== rows[index - 1].group;
    return drawRow(row, first ? "row first" : "row", act);
  });
  place.replaceChildren(...(drawn.length ? [el("h2", {}, "Legend"), ...drawn] : []));
}

function drawRow(row, kind, act) {
  const inside = [swatch(row), el("span", {}, row.label)];
  if (!row.filter) return el("div", { class: kind }, inside);
  return el(
    "button",
    {
      type: "button",
      class: `${kind} switch`,
      "aria-pressed": String(row.on),
      title: row.on ? "Do not draw these" : "Draw these again",
      onclick: () => act({ kind: "filter", ...row.filter, on: !row.on }),
    },
    inside,
  );
}

function swatch(row) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 36 18");
  picture.setAttribute("width", "36");
  picture.setAttribute("height", "18");
  picture.setAttribute("aria-hidden", "true");
  for (const shape of row.shapes) {
    const node = document.createElementNS(SVG, shape.tag);
    for (const [name, value] of Object.entries(shape.attributes)) node.setAttribute(name, value);
    picture.append(node);
  }
  return picture;
}
