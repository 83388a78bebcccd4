// A story from step to step: arrow keys, space, Home and End, a click; Esc leaves, f fills the screen.
"use strict";

const steps = [...document.querySelectorAll("section[data-step]")];
const told = document.querySelector("output");
const [back, on] = document.querySelectorAll("button[data-go]");
let shown = 0;

function show(index) {
  shown = Math.min(Math.max(index, 0), steps.length - 1);
  steps.forEach((step, place) => { step.hidden = place !== shown; });
  told.textContent = `${shown + 1} / ${steps.length}`;
  back.disabled = shown === 0;
  on.disabled = shown === steps.length - 1;
  if (location.hash !== `#${shown + 1}`) history.replaceState(null, "", `#${shown + 1}`);
}

const KEYS = {
  ArrowRight: () => shown + 1, ArrowDown: () => shown + 1, PageDown: () => shown + 1, " ": () => shown + 1,
  ArrowLeft: () => shown - 1, ArrowUp: () => shown - 1, PageUp: () => shown - 1,
  Home: () => 0, End: () => steps.length - 1,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && document.body.dataset.leave) location.assign(document.body.dataset.leave);
  if (event.key === "f") document.documentElement.requestFullscreen?.();
  if (event.key === " " && event.target.closest("button")) return;
  const next = KEYS[event.key];
  if (!next) return;
  event.preventDefault();
  show(next());
});
for (const button of [back, on]) button.addEventListener("click", () => show(shown + Number(button.dataset.go)));
document.querySelector("main").addEventListener("click", (event) => {
  if (!event.target.closest("a")) show(shown + 1);
});
addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0));
show(Number(location.hash.slice(1)) - 1 || 0);
