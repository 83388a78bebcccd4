// The canvas: vis-network holds the nodes and the camera, the server gave every place and path.

import { drawBand } from "./bands.js";
import { boxOf, Camera, grown } from "./camera.js";
import { el } from "./dom.js";
import { drawEdge, drawWords, edgeAt, follow, inSight, prepare } from "./edges.js";
import { drawExploded, explodedAt, explodedBoxes } from "./exploded.js";
import { nodeRenderer } from "./nodes.js";
import { Picked } from "./picked.js";
import { Band } from "./rubber.js";
import { loadFonts, visNetwork } from "./vendor.js";

const SECOND_CLICK = 220; // milliseconds in which a click may become a double click

export class Canvas {
  // act: told what the person did; selected: told when the selection changed.
  constructor(place, act, selected) {
    this.place = place;
    this.act = act;
    this.tip = el("div", { class: "tip", hidden: true });
    this.edges = [];
    this.exploded = [];
    this.open = new Set();
    this.toRead = () => {};
    this.focus = "";
    this.selection = new Picked(this, selected);
    this.cursor = "";
    this.readOnly = false;
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
    this.pinned = new Set(data.pinned);
    this.readOnly = data.embed;
    this.neighbours = neighboursOf(data);
    const edges = new Map(this.edges.map((edge) => [edge.id, edge]));
    this.edges = data.edges.map((edge) => prepare(edge, edges.get(edge.id)));
    this.exploded = data.exploded;
    this.open = new Set(data.exploded.map((one) => one.claim));
    this.look = lookOf(this.place);
    // Each change below would draw all of it: it is drawn once, when everything is in its place.
    this.held = true;
    const due = this.replaceNodes(data.nodes);
    this.selection.keep();
    const laidOut = this.layout !== undefined && this.layout !== data.layout;
    this.layout = data.layout;
    this.seeNew(before, data.nodes, laidOut);
    this.held = false;
    if (!due) this.network.redraw();
  }

  build(vis, options) {
    this.nodes = new vis.DataSet([]);
    const host = el("div", { class: "vis" });
    this.place.append(host, this.tip);
    this.network = new vis.Network(host, { nodes: this.nodes, edges: [] }, options);
    this.camera = new Camera(this.place, this.network);
    this.network.on("beforeDrawing", (context) => {
      if (this.held) return;
      this.bands.forEach((band) => drawBand(context, band));
      this.drawEdges(context);
    });
    this.network.on("afterDrawing", (context) => this.held || this.drawChosenWords(context));
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("doubleClick", ({ pointer }) => {
      const id = this.network.getNodeAt(pointer.DOM);
      if (id === undefined || this.readOnly) return;
      clearTimeout(this.choosing);
      this.act({ kind: "grow", id });
    });
    this.network.on("dragStart", () => { this.tip.hidden = true; });
    this.network.on("dragging", ({ nodes }) => nodes.forEach((id) => this.followDrag(id)));
    this.network.on("dragEnd", ({ nodes }) => nodes.length && this.dragged(nodes));
    host.addEventListener("mousemove", (event) => this.hover(event));
    host.addEventListener("mouseleave", () => { this.tip.hidden = true; });
    this.band = new Band(host, (corners) => this.selection.add(corners));
    // A hidden tab has no size: the first one it gets is the moment to fit.
    new ResizeObserver(() => {
      const seen = this.place.clientWidth > 0;
      if (seen && !this.camera.fitted) this.fit();
    }).observe(this.place);
  }

  replaceNodes(drawn) {
    const byId = new Map(drawn.map((node) => [node.id, node]));
    const gone = this.nodes.getIds().filter((id) => !byId.has(id));
    this.nodes.remove(gone);
    const moved = drawn.filter((node) => !this.stands(node));
    this.drawn = byId;
    this.nodes.update(
      moved.map((node) => ({
        id: node.id,
        x: node.x,
        y: node.y,
        shape: "custom",
        ctxRenderer: nodeRenderer(() => this.drawn.get(node.id), () => this.shownAs(node.id)),
      })),
    );
    return gone.length + moved.length > 0; // vis-network draws in the next frame then
  }

  // Where it was given before, and not carried off since.
  stands({ id, x, y }) {
    const given = this.nodes.get(id);
    if (given?.x !== x || given.y !== y) return false;
    const at = this.network.getPosition(id);
    return Math.abs(at.x - x) <= 1 && Math.abs(at.y - y) <= 1;
  }

  shownAs(id) {
    const ring = id === this.focus ? "chosen" : this.selection.has(id) ? "selected" : "";
    const aside = !ring && Boolean(this.neighbours) && !this.neighbours.has(id);
    return { held: this.held, ring, aside, cursor: id === this.cursor, pinned: this.pinned.has(id), look: this.look };
  }

  drawEdges(context) {
    const chosen = this.edges.filter((edge) => edge.id === this.focus);
    const sight = this.camera.sight();
    for (const edge of this.edges) {
      if (edge.id !== this.focus && inSight(edge, sight)) drawEdge(context, edge, this.edgeShownAs(edge), this.look);
    }
    chosen.forEach((edge) => drawEdge(context, edge, this.open.has(edge.id) ? "aside" : "chosen", this.look));
    drawExploded(context, this.exploded, this.focus);
  }

  drawChosenWords(context) {
    const chosen = this.edges.find((edge) => edge.id === this.focus);
    if (chosen && !this.open.has(chosen.id)) drawWords(context, chosen, [...this.drawn.values()].map(boxOf), this.look);
  }

  edgeShownAs(edge) {
    if (this.open.has(edge.id)) return "aside";
    if (!this.neighbours) return "";
    return edge.from === this.focus || edge.to === this.focus ? "" : "aside";
  }

  seeNew(before, drawn, laidOut) {
    const fresh = drawn.filter((node) => !before.has(node.id));
    if (!this.camera.fitted || !before.size) this.fit(false);
    else if (laidOut || fresh.some((node) => !this.camera.holds(node))) this.fit();
  }

  // Everything drawn, columns included; vis-network's own fit knows neither them nor box sizes.
  fit(animated = true) {
    if (!this.drawn) return;
    const boxes = [...this.drawn.values()].map(boxOf);
    this.camera.see([...this.bands, ...boxes, ...explodedBoxes(this.exploded)], animated);
  }

  fitSelection() {
    const ids = this.targets();
    if (ids.length) this.camera.see(ids.map((id) => grown(boxOf(this.drawn.get(id)), 60)));
  }

  // What Hide, Pin and Grow are for: the selection, else the chosen entity.
  targets() {
    if (this.selection.size) return [...this.selection.ids];
    return this.drawn?.has(this.focus) ? [this.focus] : [];
  }

  clicked({ nodes, pointer, event }) {
    const { shiftKey, ctrlKey, metaKey } = event.srcEvent ?? event;
    const under = this.network.getNodeAt(pointer.DOM);
    if (under !== undefined && (shiftKey || ctrlKey || metaKey)) {
      this.selection.toggle(under);
      return;
    }
    const piece = under === undefined ? explodedAt(this.exploded, pointer.canvas) : null;
    if (piece) {
      this.read(piece);
      return;
    }
    const edge = under === undefined ? this.edgeNear(pointer.canvas) : null;
    const id = under ?? edge?.id ?? "";
    this.cursor = under ?? "";
    if (this.selection.size || nodes.length) this.selection.set([]);
    this.choose(id, under === undefined ? 0 : SECOND_CLICK);
  }

  // A statement on the canvas is read in the panel of its claim.
  read({ claim, statement }) {
    this.toRead(statement);
    this.choose(claim);
  }

  // Seen at once, told a moment later where a second click may follow: growing is then one act.
  choose(id, wait = 0) {
    if (id === this.focus) return;
    this.focus = id;
    this.network.redraw();
    clearTimeout(this.choosing);
    this.choosing = setTimeout(() => this.act({ kind: "focus", id }), wait);
  }

  // The keyboard's way from box to box: the nearest one that lies that way.
  step(dx, dy) {
    const boxes = [...this.drawn.values()];
    const from = this.drawn.get(this.cursor) ?? this.drawn.get(this.focus);
    const next = from ? nearestThatWay(boxes, from, dx, dy) : boxes[0];
    if (!next) return null;
    this.cursor = next.id;
    if (!this.camera.holds(next)) this.camera.moveTo({ position: { x: next.x, y: next.y } });
    this.network.redraw();
    return next;
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

  dragged(ids) {
    if (this.readOnly) return;
    this.act({ kind: "move", moves: ids.map((id) => this.placeOf(id)) });
  }

  // Where a node stands, as the server counts.
  placeOf(id) {
    const { x, y } = this.network.getPosition(id);
    const [left, top] = this.origin;
    return [id, Math.round(x - left), Math.round(y - top)];
  }
}

function nearestThatWay(boxes, from, dx, dy) {
  const away = (box) => {
    const [x, y] = [box.x - from.x, box.y - from.y];
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    return along > 1 ? along + 2 * across : Infinity;
  };
  const others = boxes.filter((box) => box.id !== from.id && away(box) < Infinity);
  others.sort((one, other) => away(one) - away(other));
  return others[0];
}

// The page's colours, for what the server does not colour.
function lookOf(place) {
  const style = getComputedStyle(place);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return Object.fromEntries(["paper", "ink", "soft", "faint", "accent", "glow"].map((name) => [name, colour(name)]));
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
