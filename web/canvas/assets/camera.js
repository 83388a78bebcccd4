// The camera over the canvas: what is in sight, and how to see more of it, or all.

const CALM = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const CLOSEST = 1.25;
const STEP = 1.3; // of a zoom by key

export class Camera {
  // place: the element that the network fills.
  constructor(place, network) {
    this.place = place;
    this.network = network;
    this.fitted = false;
  }

  holds(node) {
    const corners = [[-0.5, -0.5], [0.5, 0.5]].map(([right, down]) =>
      this.network.canvasToDOM({ x: node.x + right * node.width, y: node.y + down * node.height }),
    );
    return corners.every(
      ({ x, y }) => x > 0 && y > 0 && x < this.place.clientWidth && y < this.place.clientHeight,
    );
  }

  // What the canvas shows of its plane: left, top, right, bottom.
  sight() {
    const { clientWidth, clientHeight } = this.place;
    const [from, to] = [[0, 0], [clientWidth, clientHeight]].map(([x, y]) => this.network.DOMtoCanvas({ x, y }));
    return [from.x, from.y, to.x, to.y];
  }

  see(boxes, animated = true) {
    const [width, height] = [this.place.clientWidth, this.place.clientHeight];
    if (!width || !boxes.length) return;
    this.fitted = true;
    const { left, top, right, bottom } = bounds(boxes);
    const scale = Math.min((width - 28) / (right - left), (height - 12) / (bottom - top), CLOSEST);
    this.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale }, animated);
  }

  zoom(inwards) {
    const scale = this.network.getScale() * (inwards ? STEP : 1 / STEP);
    this.moveTo({ scale: Math.min(4, Math.max(0.05, scale)) });
  }

  moveTo(camera, animated = true) {
    const animation = animated && !CALM ? { duration: 250 } : false;
    this.network.moveTo({ ...camera, animation });
  }
}

export function boxOf({ x, y, width, height }) {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

export function grown({ x, y, width, height }, by) {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function bounds(boxes) {
  return {
    left: Math.min(...boxes.map((box) => box.x)),
    top: Math.min(...boxes.map((box) => box.y)),
    right: Math.max(...boxes.map((box) => box.x + box.width)),
    bottom: Math.max(...boxes.map((box) => box.y + box.height)),
  };
}
