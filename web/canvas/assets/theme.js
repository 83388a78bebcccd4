// The theme's button in the frame of the pages beside Explore.

import { el } from "./dom.js";
import { ThemeButton } from "./look.js";

const buttons = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let shown = buttons.get(root);
  if (!shown) {
    shown = new ThemeButton((name) => shown.tell({ kind: "theme", name }));
    buttons.set(root, shown);
    root.append(el("span", { class: "where" }, shown.element));
  }
  shown.tell = (act) => component.setTriggerValue("act", act);
  shown.show(component.data.theme);
}
