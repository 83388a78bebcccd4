// The panel: what is known about the chosen entity, or who says a claim and who disagrees.

import { el } from "./dom.js";
import { drawClaim } from "./panel-claim.js";
import { drawFold, drawFolding } from "./folding.js";
import { drawEntity } from "./panel-entity.js";
import { choose } from "./panel-choice.js";

export function drawPanel(place, panel, act) {
  const draw = { claim: drawClaim, entity: drawEntity, fold: drawFold, words: drawWords }[panel.kind];
  const drawn = draw(panel, act, place);
  place.replaceChildren(...drawn.filter(Boolean));
  const folding = drawFolding(panel, act);
  if (folding) place.querySelector(".ids").after(folding);
  if (place.dataset.of !== panel.id) place.scrollTop = 0;
  place.dataset.of = panel.id;
  place.dataset.agreement = panel.agreement ?? "";
  choose(place);
}

function drawWords(panel) {
  return [
    el("h1", {}, panel.title),
    ...panel.lines.map((line) => el("p", {}, line)),
    ...panel.commands.map((line) => el("pre", {}, line)),
  ];
}
