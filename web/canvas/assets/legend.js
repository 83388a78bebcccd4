// The filter and the legend: both list only what there is.

import { el } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";

export function drawFilter(place, data, act) {
  const rows = data.filter.map((row) => {
    const box = el("input", {
      type: "checkbox",
      checked: row.on,
      onchange: () => act({ kind: "filter", name: row.name, on: box.checked }),
    });
    return el("label", {}, box, el("span", {}, row.label), el("span", { class: "count" }, row.count));
  });
  place.replaceChildren(...(rows.length ? [el("h2", {}, "Show"), ...rows] : []));
}

export function drawLegend(place, rows) {
  const drawn = rows.map((row, index) => {
    const first = index > 0 && row.group !== rows[index - 1].group;
    return el("div", { class: first ? "row first" : "row" }, swatch(row), el("span", {}, row.label));
  });
  place.replaceChildren(...(drawn.length ? [el("h2", {}, "Legend"), ...drawn] : []));
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
