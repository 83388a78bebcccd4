// What is selected on the canvas, to be done something with at once.

export class Picked {
  // canvas: holds the boxes and the network; told: given the ids whenever they change.
  constructor(canvas, told) {
    this.canvas = canvas;
    this.told = told;
    this.ids = new Set();
  }

  has(id) {
    return this.ids.has(id);
  }

  get size() {
    return this.ids.size;
  }

  set(ids) {
    this.ids = new Set(ids);
    this.keep();
    this.canvas.network.redraw();
  }

  // What is no longer drawn is no longer selected.
  keep() {
    this.ids = new Set([...this.ids].filter((id) => this.canvas.drawn.has(id)));
    this.canvas.network.selectNodes([...this.ids], false); // so that they are dragged together
    this.told([...this.ids]);
  }

  toggle(id) {
    const ids = new Set(this.ids);
    if (!ids.size && this.canvas.drawn.has(this.canvas.focus)) ids.add(this.canvas.focus);
    if (ids.has(id)) ids.delete(id);
    else ids.add(id);
    this.set(ids);
  }

  // A band was drawn around them.
  add({ left, top, right, bottom }) {
    const { network, drawn } = this.canvas;
    const [from, to] = [[left, top], [right, bottom]].map(([x, y]) => network.DOMtoCanvas({ x, y }));
    const inside = [...drawn.values()].filter(
      ({ x, y }) => x >= from.x && x <= to.x && y >= from.y && y <= to.y,
    );
    this.set([...this.ids, ...inside.map((node) => node.id)]);
  }
}
