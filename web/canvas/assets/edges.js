// How an edge looks and where it is: cubic curves whose points the server gave.

import { FONT } from "./nodes.js";

const STEPS = 16; // points by which a curve is known for hits

const OUTSIDE = 30; // how far head, mark, halo and stroke reach beyond the curve

// An edge as drawn: its curve is traced once, not at each frame, nor when it is the same as before.
export function prepare(edge, before) {
  if (before && before.path === before.given && same(before.given, edge.path)) {
    const { traced, around, sampled } = before;
    return { ...edge, given: edge.path, traced, around, sampled };
  }
  return { ...edge, given: edge.path, traced: trace(edge.path), around: reachOf(edge.path), sampled: null };
}

function same(one, other) {
  return one.length === other.length && one.every(([x, y], at) => x === other[at][0] && y === other[at][1]);
}

// Whether any of it may be seen.
export function inSight({ around: [left, top, right, bottom] }, [from, above, to, below]) {
  return left - OUTSIDE < to && right + OUTSIDE > from && top - OUTSIDE < below && bottom + OUTSIDE > above;
}

// The points an edge is hit by, found when the pointer first comes near.
function pointsOf(edge) {
  edge.sampled ??= sample(edge.path);
  return edge.sampled;
}

// Move one end with a dragged node: a plain curve until the server answers.
export function follow(edge, id, at) {
  if (edge.from !== id && edge.to !== id) return;
  const start = edge.from === id ? [at.x, at.y] : edge.path[0];
  const end = edge.to === id ? [at.x, at.y] : edge.path.at(-1);
  const middle = (start[0] + end[0]) / 2;
  edge.path = [start, [middle, start[1]], [middle, end[1]], end];
  edge.glyphs = [];
  const { given } = edge;
  Object.assign(edge, prepare(edge), { given });
}

export function edgeAt(edges, point, reach) {
  let nearest = null;
  let least = reach;
  for (const edge of edges) {
    if (!within(edge.around, point, reach)) continue;
    const points = pointsOf(edge);
    for (let index = 1; index < points.length; index += 1) {
      const away = distance(point, points[index - 1], points[index]);
      if (away < least) [nearest, least] = [edge, away];
    }
  }
  return nearest;
}

export function drawEdge(context, edge, shown, look) {
  const { line } = edge;
  context.save();
  if (shown === "aside") context.globalAlpha = 0.18;
  if (line.halo || shown === "chosen") {
    stroke(context, edge.traced, line.halo || look.glow, line.width + (shown === "chosen" ? 10 : 7));
  }
  context.setLineDash(line.dash);
  context.lineCap = line.round ? "round" : "butt";
  stroke(context, edge.traced, line.stroke, line.width);
  context.setLineDash([]);
  edge.glyphs.forEach((glyph) => fill(context, glyph));
  context.restore();
}

function stroke(context, traced, color, width) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke(traced);
}

function trace(path) {
  const traced = new Path2D();
  traced.moveTo(...path[0]);
  for (let index = 1; index + 2 < path.length; index += 3) {
    traced.bezierCurveTo(...path[index], ...path[index + 1], ...path[index + 2]);
  }
  return traced;
}

// A curve never leaves the rectangle of its control points.
function reachOf(path) {
  const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function within([left, top, right, bottom], { x, y }, reach) {
  return x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach;
}

function fill(context, { points, color }) {
  context.beginPath();
  points.forEach((point, index) => (index ? context.lineTo(...point) : context.moveTo(...point)));
  context.closePath();
  context.fillStyle = color;
  context.fill();
}

// The words of the chosen edge, as near to its middle as no box is; none where there is no room.
export function drawWords(context, edge, boxes, look) {
  context.save();
  context.font = `600 17px ${FONT}, sans-serif`;
  const width = context.measureText(edge.words).width + 18;
  const place = freePlace(pointsOf(edge), boxes, width / 2 + 4, 19);
  if (place) {
    const [x, y] = place;
    context.beginPath();
    context.roundRect(x - width / 2, y - 15, width, 30, 6);
    context.fillStyle = look.paper;
    context.fill();
    context.strokeStyle = edge.line.stroke;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = look.ink;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(edge.words, x, y + 1);
  }
  context.restore();
}

function freePlace(points, boxes, across, down) {
  const middle = points.length / 2;
  const order = points.map((_, index) => index);
  order.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  const free = (x, y) =>
    boxes.every(
      (box) => x + across < box.x || box.x + box.width < x - across || y + down < box.y || box.y + box.height < y - down,
    );
  for (const away of [0, -30, 30, -60, 60]) {
    for (const index of order) {
      const [x, y] = points[index];
      if (free(x, y + away)) return [x, y + away];
    }
  }
  return null;
}

function sample(path) {
  const points = [path[0]];
  for (let index = 1; index + 2 < path.length; index += 3) {
    const [a, b, c, d] = path.slice(index - 1, index + 3);
    for (let step = 1; step <= STEPS; step += 1) points.push(cubic(a, b, c, d, step / STEPS));
  }
  return points;
}

function cubic(a, b, c, d, t) {
  const s = 1 - t;
  const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return [0, 1].map((axis) => [a, b, c, d].reduce((sum, p, i) => sum + weights[i] * p[axis], 0));
}

function distance(point, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((point.x - ax) * dx + (point.y - ay) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - ax - t * dx, point.y - ay - t * dy);
}
