// The canvas: vis-network holds the nodes and the camera, the server gave every place and path.

import { el } from "./dom.js";
import { drawEdge, drawWords, edgeAt, follow, prepare } from "./edges.js";
import { drawExploded, explodedAt, explodedBoxes } from "./exploded.js";
import { FONT, nodeRenderer } from "./nodes.js";

const SCRIPT = "/vendor/vis-network.min.js";
// The fonts that the server measured the boxes with.
const FONTS = { 400: "/vendor/source-sans-pro-regular.ttf", 600: "/vendor/source-sans-pro-semibold.ttf" };
const CALM = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

let loading;

// vis-network is a UMD script that sets `window.vis`: it comes by a script tag, once.
function visNetwork() {
  loading ??= new Promise((resolve, reject) => {
    const script = el("script", { src: SCRIPT });
    script.addEventListener("load", () => resolve(window.vis));
    script.addEventListener("error", () => reject(new Error(`${SCRIPT} did not load`)));
    document.head.append(script);
  });
  return loading;
}

let fonts;

function loadFonts() {
  fonts ??= Promise.all(
    Object.entries(FONTS).map(async ([weight, address]) => {
      const face = new FontFace("Source Sans Pro", `url(${address})`, { weight });
      document.fonts.add(await face.load());
    }),
  );
  return fonts;
}

export class Canvas {
  constructor(place, act) {
    this.place = place;
    this.act = act;
    this.tip = el("div", { class: "tip", hidden: true });
    this.edges = [];
    this.exploded = [];
    this.focus = "";
    this.choose = () => {};
  }

  async show(data) {
    this.next = data;
    const [vis] = await Promise.all([visNetwork(), loadFonts()]);
    if (this.next !== data) return;
    if (!this.network) this.build(vis, data.options);
    const before = new Set(this.nodes.getIds());
    this.focus = data.focus;
    this.origin = data.origin;
    this.bands = data.bands;
    this.neighbours = neighboursOf(data);
    this.edges = data.edges.map(prepare);
    this.exploded = data.exploded;
    this.open = new Set(data.exploded.map((one) => one.claim));
    this.replaceNodes(data.nodes);
    this.seeNew(before, data.nodes);
    this.network.redraw();
  }

  build(vis, options) {
    this.nodes = new vis.DataSet([]);
    const host = el("div", { class: "vis" });
    this.place.append(host, this.tip);
    this.network = new vis.Network(host, { nodes: this.nodes, edges: [] }, options);
    this.network.on("beforeDrawing", (context) => {
      this.bands.forEach((band) => drawBand(context, band));
      this.drawEdges(context);
    });
    this.network.on("afterDrawing", (context) => this.drawChosenWords(context));
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("doubleClick", ({ nodes }) => nodes[0] && this.act({ kind: "grow", id: nodes[0] }));
    this.network.on("dragging", ({ nodes }) => nodes.length && this.followDrag(nodes[0]));
    this.network.on("dragEnd", ({ nodes }) => nodes.length && this.dragged(nodes[0]));
    host.addEventListener("mousemove", (event) => this.hover(event));
    host.addEventListener("mouseleave", () => { this.tip.hidden = true; });
    // A hidden tab has no size: the first one it gets is the moment to fit.
    new ResizeObserver(() => {
      const seen = this.place.clientWidth > 0;
      if (seen && !this.fitted) this.fit();
    }).observe(this.place);
  }

  replaceNodes(drawn) {
    const byId = new Map(drawn.map((node) => [node.id, node]));
    this.nodes.remove(this.nodes.getIds().filter((id) => !byId.has(id)));
    this.drawn = byId;
    this.nodes.update(
      drawn.map((node) => ({
        id: node.id,
        x: node.x,
        y: node.y,
        shape: "custom",
        ctxRenderer: nodeRenderer(() => this.drawn.get(node.id), () => this.shownAs(node.id)),
      })),
    );
  }

  shownAs(id) {
    if (id === this.focus) return "chosen";
    return this.neighbours && !this.neighbours.has(id) ? "aside" : "";
  }

  drawEdges(context) {
    const chosen = this.edges.filter((edge) => edge.id === this.focus);
    for (const edge of this.edges) {
      if (edge.id !== this.focus) drawEdge(context, edge, this.edgeShownAs(edge));
    }
    chosen.forEach((edge) => drawEdge(context, edge, this.open.has(edge.id) ? "aside" : "chosen"));
    drawExploded(context, this.exploded, this.focus);
  }

  drawChosenWords(context) {
    const chosen = this.edges.find((edge) => edge.id === this.focus);
    if (chosen && !this.open.has(chosen.id)) drawWords(context, chosen, [...this.drawn.values()].map(boxOf));
  }

  edgeShownAs(edge) {
    if (this.open.has(edge.id)) return "aside";
    if (!this.neighbours) return "";
    return edge.from === this.focus || edge.to === this.focus ? "" : "aside";
  }

  seeNew(before, drawn) {
    const fresh = drawn.filter((node) => !before.has(node.id));
    if (!this.fitted || !before.size) this.fit(false);
    else if (fresh.some((node) => !this.inSight(node))) this.fit();
  }

  inSight(node) {
    const corners = [[-0.5, -0.5], [0.5, 0.5]].map(([right, down]) =>
      this.network.canvasToDOM({ x: node.x + right * node.width, y: node.y + down * node.height }),
    );
    return corners.every(
      ({ x, y }) => x > 0 && y > 0 && x < this.place.clientWidth && y < this.place.clientHeight,
    );
  }

  // Everything drawn, columns included; vis-network's own fit knows neither them nor box sizes.
  fit(animated = true) {
    const [width, height] = [this.place.clientWidth, this.place.clientHeight];
    if (!this.network || !width) return;
    this.fitted = true;
    const { left, top, right, bottom } = bounds([
      ...this.bands,
      ...[...this.drawn.values()].map(boxOf),
      ...explodedBoxes(this.exploded),
    ]);
    const scale = Math.min((width - 28) / (right - left), (height - 12) / (bottom - top), 1.25);
    this.network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale,
      animation: animated && !CALM ? { duration: 250 } : false,
    });
  }

  clicked({ nodes, pointer }) {
    const piece = nodes[0] ? null : explodedAt(this.exploded, pointer.canvas);
    if (piece) {
      this.choosePiece(piece);
      return;
    }
    const edge = nodes[0] ? null : this.edgeNear(pointer.canvas);
    const id = nodes[0] ?? edge?.id ?? "";
    if (id !== this.focus) this.act({ kind: "focus", id });
    this.focus = id;
  }

  // A statement on the canvas: read in the panel of its claim.
  choosePiece({ claim, statement }) {
    this.choose(statement);
    if (claim !== this.focus) this.act({ kind: "focus", id: claim });
    this.focus = claim;
  }

  edgeNear(point) {
    return edgeAt(this.edges, point, 7 / this.network.getScale());
  }

  hover(event) {
    const place = this.place.getBoundingClientRect();
    const at = { x: event.clientX - place.left, y: event.clientY - place.top };
    const node = this.network.getNodeAt(at);
    const there = this.network.DOMtoCanvas(at);
    const piece = node === undefined ? explodedAt(this.exploded, there) : null;
    const edge = node === undefined && !piece ? this.edgeNear(there) : null;
    this.place.style.cursor = node !== undefined || piece || edge ? "pointer" : "default";
    this.tip.hidden = !edge && !piece;
    if (this.tip.hidden) return;
    this.tip.textContent = piece ? piece.title : edge.sentence;
    this.tip.style.left = `${Math.min(at.x + 12, place.width - 240)}px`;
    this.tip.style.top = `${at.y + 14}px`;
  }

  // While a node is dragged its edges follow it; the server draws them properly on the drop.
  followDrag(id) {
    const at = this.network.getPosition(id);
    this.edges.forEach((edge) => follow(edge, id, at));
  }

  dragged(id) {
    const { x, y } = this.network.getPosition(id);
    const [left, top] = this.origin;
    this.act({ kind: "move", id, x: Math.round(x - left), y: Math.round(y - top) });
  }
}

function boxOf({ x, y, width, height }) {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function bounds(boxes) {
  return {
    left: Math.min(...boxes.map((box) => box.x)),
    top: Math.min(...boxes.map((box) => box.y)),
    right: Math.max(...boxes.map((box) => box.x + box.width)),
    bottom: Math.max(...boxes.map((box) => box.y + box.height)),
  };
}

function drawBand(context, band) {
  context.fillStyle = band.fill;
  context.beginPath();
  context.roundRect(band.x, band.y, band.width, band.height, 14);
  context.fill();
  context.fillStyle = band.color;
  context.font = `600 ${band.size}px ${FONT}, sans-serif`;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  band.lines.forEach((line, index) => {
    context.fillText(line, band.x + 14, band.y + band.size * (1.4 + 1.15 * index));
  });
}

// Who stays in the light when something is chosen: null when all do.
function neighboursOf(data) {
  const chosen = data.edges.find((edge) => edge.id === data.focus);
  if (chosen) return new Set([chosen.from, chosen.to]);
  if (!data.nodes.some((node) => node.id === data.focus)) return null;
  const near = new Set([data.focus]);
  for (const edge of data.edges) {
    if (edge.from === data.focus) near.add(edge.to);
    if (edge.to === data.focus) near.add(edge.from);
  }
  return near;
}
