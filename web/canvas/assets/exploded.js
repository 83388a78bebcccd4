// Claims that are opened on the canvas: strands from entity to entity, a dot for each statement, a
// chip for each paper. The server gave every place.

import { button, el } from "./dom.js";
import { FONT } from "./nodes.js";

const FAINT = 0.35;

export function drawExploded(context, exploded, focus) {
  // All lines lie under all papers.
  for (const draw of [drawLines, drawPieces]) {
    for (const one of exploded) {
      const aside = focus.includes("~") && one.claim !== focus;
      one.strands.forEach((strand) => draw(context, strand, (faint) => (faint ? FAINT : 1) * (aside ? 0.75 : 1)));
    }
  }
}

function drawLines(context, strand, alpha) {
  context.save();
  context.globalAlpha = alpha(strand.faint);
  context.strokeStyle = strand.stroke;
  context.lineWidth = 1.6;
  for (const [start, first, second, end] of strand.paths) {
    context.beginPath();
    context.moveTo(...start);
    context.bezierCurveTo(...first, ...second, ...end);
    context.stroke();
  }
  thread(context, strand);
  context.restore();
}

function drawPieces(context, strand, alpha) {
  context.save();
  drawChip(context, strand.chip, alpha(strand.faint));
  strand.dots.forEach((dot) => drawDot(context, dot, alpha(dot.faint)));
  context.restore();
}

// The line goes on through the dots to the paper.
function thread(context, { dots, chip }) {
  if (!dots.length) return;
  const xs = [...dots.map((dot) => dot.x), chip.x, chip.x + chip.width];
  context.beginPath();
  context.moveTo(Math.min(...xs), dots[0].y);
  context.lineTo(Math.max(...xs), dots[0].y);
  context.stroke();
}

function drawDot(context, dot, alpha) {
  const hollow = dot.stance === "refutes";
  context.beginPath();
  context.arc(dot.x, dot.y, dot.radius, 0, 2 * Math.PI);
  context.globalAlpha = 1;
  context.fillStyle = dot.ground;
  context.fill();
  context.globalAlpha = alpha;
  context.fillStyle = hollow ? dot.ground : dot.color;
  context.fill();
  context.strokeStyle = dot.color;
  context.lineWidth = 2.2;
  context.stroke();
  if (!hollow) return;
  const reach = dot.radius * 0.75;
  context.beginPath();
  context.moveTo(dot.x - reach, dot.y + reach);
  context.lineTo(dot.x + reach, dot.y - reach);
  context.stroke();
}

function drawChip(context, chip, alpha) {
  context.beginPath();
  context.roundRect(chip.x, chip.y, chip.width, chip.height, chip.document ? 4 : chip.height / 2);
  context.globalAlpha = 1;
  context.fillStyle = chip.fill;
  context.fill();
  context.globalAlpha = alpha;
  context.setLineDash(chip.document ? [4, 3] : []);
  context.strokeStyle = chip.stroke;
  context.lineWidth = 1.4;
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = chip.text;
  context.font = `600 ${chip.size}px ${FONT}, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const [x, y] = [chip.x + chip.width / 2, chip.y + chip.height / 2 + 1];
  context.fillText(chip.label, x, y);
  if (!chip.retracted) return;
  context.beginPath();
  context.moveTo(chip.x + 9, y - 1);
  context.lineTo(chip.x + chip.width - 9, y - 1);
  context.strokeStyle = chip.text;
  context.stroke();
}

// What is under a point: the claim, the statement to be read, and words about it.
export function explodedAt(exploded, { x, y }) {
  for (const { claim, strands } of exploded) {
    for (const { dots, chip, statements } of strands) {
      const dot = dots.find((one) => Math.hypot(one.x - x, one.y - y) <= one.radius + 3);
      if (dot) return { claim, statement: dot.id, title: dot.title };
      const inside = x >= chip.x && x <= chip.x + chip.width && y >= chip.y && y <= chip.y + chip.height;
      if (inside) return { claim, statement: statements[0] ?? "", title: chip.title };
    }
  }
  return null;
}

// The room that opened claims take, for fitting the picture.
export function explodedBoxes(exploded) {
  return exploded.flatMap(({ strands }) =>
    strands.flatMap(({ chip, dots }) => [
      chip,
      ...dots.map((dot) => ({ x: dot.x - dot.radius, y: dot.y - dot.radius, width: 2 * dot.radius, height: 2 * dot.radius })),
    ]),
  );
}

// The same as rows for the list twin: which statement, on which side, in which paper.
export function explodedRows(exploded, choose) {
  return exploded.flatMap(({ claim, strands }) =>
    strands.flatMap(({ dots, chip }) =>
      dots.map((dot) => [
        button(dot.title, () => choose(claim, dot.id), { class: "link" }),
        el("span", {}, chip.title),
      ]),
    ),
  );
}
