// A button that copies a text, and says so.

import { button } from "./dom.js";

export function copyButton(words, text) {
  const copy = button(words, async () => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = "Copied";
    } catch {
      copy.textContent = "This browser does not let the page copy";
    }
    setTimeout(() => { copy.textContent = words; }, 1500);
  }, { class: "small-button", title: text });
  return copy;
}
