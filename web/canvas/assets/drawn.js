// A picture from the server within a page, in the page's own font. It is parsed as an image is.

import { el } from "./dom.js";

const frames = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let frame = frames.get(root);
  if (!frame) {
    frame = el("figure", { class: "drawn", role: "img" });
    frames.set(root, frame);
    root.append(frame);
  }
  const { address, label } = component.data;
  if (frame.dataset.address === address) return;
  frame.dataset.address = address;
  frame.setAttribute("aria-label", label);
  draw(frame, address);
}

async function draw(frame, address) {
  const response = await fetch(address).catch(() => null);
  if (frame.dataset.address !== address) return;
  if (!response?.ok) {
    frame.replaceChildren(el("p", {}, "The picture did not come; run the query again."));
    return;
  }
  const parsed = new DOMParser().parseFromString(await response.text(), "image/svg+xml");
  const drawn = document.importNode(parsed.documentElement, true);
  drawn.removeAttribute("width");
  drawn.removeAttribute("height");
  frame.replaceChildren(drawn);
}
