// The statement chosen in the panel: by a click on its node on the canvas, or after a verdict.

const chosen = new WeakMap();

// Remember which statement to show; it is shown now, or when the panel that has it is drawn.
export function chooseStatement(place, id) {
  chosen.set(place, id);
  choose(place);
}

export function choose(place) {
  const id = chosen.get(place);
  const statement = id && [...place.querySelectorAll(".statement")].find((one) => one.dataset.id === id);
  place.querySelectorAll(".statement.chosen").forEach((one) => one.classList.remove("chosen"));
  if (!statement) return;
  chosen.delete(place);
  statement.classList.add("chosen");
  statement.focus({ preventScroll: true });
  statement.scrollIntoView({ block: "nearest" });
}
