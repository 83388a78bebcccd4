// How an edge looks and where it is: cubic curves whose points the server gave.

const ACCENT_HALO = "rgba(32, 94, 151, 0.22)";
const STEPS = 16; // points by which a curve is known for hits

// An edge as drawn, with the points it is hit by.
export function prepare(edge) {
  return { ...edge, points: sample(edge.path) };
}

// Move one end with a dragged node: a plain curve until the server answers.
export function follow(edge, id, at) {
  if (edge.from !== id && edge.to !== id) return;
  const start = edge.from === id ? [at.x, at.y] : edge.path[0];
  const end = edge.to === id ? [at.x, at.y] : edge.path.at(-1);
  const middle = (start[0] + end[0]) / 2;
  edge.path = [start, [middle, start[1]], [middle, end[1]], end];
  edge.mark = null;
  edge.head = null;
  edge.points = sample(edge.path);
}

export function edgeAt(edges, point, reach) {
  let nearest = null;
  let least = reach;
  for (const edge of edges) {
    for (let index = 1; index < edge.points.length; index += 1) {
      const away = distance(point, edge.points[index - 1], edge.points[index]);
      if (away < least) [nearest, least] = [edge, away];
    }
  }
  return nearest;
}

export function drawEdge(context, edge, shown) {
  context.save();
  context.globalAlpha = shown === "aside" ? 0.2 : edge.opacity;
  context.lineCap = "butt";
  context.lineJoin = "round";
  if (shown === "chosen") {
    trace(context, edge.path);
    context.strokeStyle = edge.halo || ACCENT_HALO;
    context.lineWidth = edge.width + 9;
    context.stroke();
  }
  trace(context, edge.path);
  context.strokeStyle = edge.stroke;
  context.lineWidth = edge.width;
  context.setLineDash(edge.dash);
  context.stroke();
  context.setLineDash([]);
  for (const shape of [edge.head, edge.mark, edge.strike]) drawShape(context, shape, edge.width);
  if (shown === "chosen") drawWords(context, edge);
  context.restore();
}

function trace(context, path) {
  context.beginPath();
  context.moveTo(...path[0]);
  for (let index = 1; index + 2 < path.length; index += 3) {
    context.bezierCurveTo(...path[index], ...path[index + 1], ...path[index + 2]);
  }
}

// A polygon to fill or a line to stroke, both given by their points.
function drawShape(context, shape, width) {
  if (!shape) return;
  context.beginPath();
  shape.points.forEach((point, index) => (index ? context.lineTo(...point) : context.moveTo(...point)));
  if (shape.filled) {
    context.closePath();
    context.fillStyle = shape.color;
    context.fill();
  } else {
    context.strokeStyle = shape.color;
    context.lineWidth = shape.width ?? Math.max(width, 2);
    context.stroke();
  }
}

function drawWords(context, edge) {
  const [x, y] = edge.points[Math.floor(edge.points.length / 2)];
  context.globalAlpha = 1;
  context.font = "600 12.5px 'Source Sans', sans-serif";
  const width = context.measureText(edge.words).width + 14;
  context.beginPath();
  context.roundRect(x - width / 2, y - 11, width, 22, 5);
  context.fillStyle = "#ffffff";
  context.fill();
  context.strokeStyle = edge.stroke;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = "#1f2933";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(edge.words, x, y);
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
