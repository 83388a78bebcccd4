// The theme of the whole page, and the button that changes it: the same on every page.

import { button } from "./dom.js";

const THEMES = { light: "Light", dark: "Dark", projector: "Projector" };

// Told to the script that came first, which dresses the page and Streamlit's widgets.
export function wear(theme) {
  document.dispatchEvent(new CustomEvent("gutgraph-theme", { detail: theme }));
}

export class ThemeButton {
  // chosen: told the name of the next theme.
  constructor(chosen) {
    this.element = button("", () => chosen(after(this.theme)), {
      class: "quiet",
      title: "Light, dark, or for a projector",
    });
  }

  show(theme) {
    this.theme = theme;
    this.element.textContent = `Theme: ${THEMES[theme]}`;
    wear(theme);
  }
}

function after(theme) {
  const names = Object.keys(THEMES);
  return names[(names.indexOf(theme) + 1) % names.length];
}
