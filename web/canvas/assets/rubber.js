// The rubber band: shift and drag over the canvas to catch what lies inside.

import { el } from "./dom.js";

const LEAST = 4; // pixels: less is a click

export class Band {
  constructor(host, caught) {
    this.host = host;
    this.caught = caught;
    this.box = el("div", { class: "rubber", hidden: true });
    host.parentElement.append(this.box);
    // Before vis-network hears of it: it would move the camera.
    host.addEventListener("pointerdown", (event) => this.start(event), true);
    host.addEventListener("pointermove", (event) => this.draw(event), true);
    host.addEventListener("pointerup", (event) => this.end(event), true);
    host.addEventListener("pointercancel", () => this.stop(), true);
  }

  start(event) {
    if (!event.shiftKey || event.button !== 0) return;
    this.from = this.at(event);
    this.to = this.from;
  }

  draw(event) {
    if (!this.from) return;
    this.to = this.at(event);
    const { left, top, right, bottom } = this.corners();
    if (this.box.hidden && right - left + bottom - top < LEAST) return;
    if (this.box.hidden) this.host.setPointerCapture(event.pointerId);
    this.box.hidden = false;
    Object.assign(this.box.style, {
      left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px`,
    });
    event.stopPropagation();
    event.preventDefault();
  }

  end(event) {
    if (!this.from) return;
    const drawn = !this.box.hidden;
    const corners = this.corners();
    this.stop();
    if (!drawn) return;
    event.stopPropagation();
    this.caught(corners);
  }

  stop() {
    this.from = null;
    this.box.hidden = true;
  }

  at(event) {
    const place = this.host.getBoundingClientRect();
    return [event.clientX - place.left, event.clientY - place.top];
  }

  corners() {
    const [[x, y], [u, v]] = [this.from, this.to];
    return { left: Math.min(x, u), top: Math.min(y, v), right: Math.max(x, u), bottom: Math.max(y, v) };
  }
}
