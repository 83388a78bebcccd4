// The panel of an entity: its names, where else it is explained, its claims by predicate.

import { button, el, outLink, plural } from "./dom.js";

export function drawEntity(panel, act, place) {
  const groups = panel.groups.map((group) => drawGroup(group, act));
  const filter = panel.contested ? contestedChip(panel, groups, place) : null;
  return [
    el("h1", {}, panel.name),
    el("p", { class: "ids" }, `${panel.category} · `, outLink(panel.id, panel.address)),
    panel.description ? el("p", { class: "description" }, panel.description) : null,
    section("Also called", panel.synonyms.length ? el("p", {}, panel.synonyms.join(" · ")) : null),
    section(
      "Elsewhere",
      panel.xrefs.length
        ? el("p", { class: "xrefs" }, ...panel.xrefs.map((ref) => outLink(ref.id, ref.address)))
        : null,
    ),
    el("h2", {}, `Claims known (${panel.total.toLocaleString("en-GB")})`, filter),
    ...groups,
    panel.total > panel.shown
      ? el("p", { class: "small" }, `${plural(panel.total - panel.shown, "more claim")}, with fewer papers, not listed here.`)
      : null,
    section("Named in", el("p", { class: "small" }, plural(panel.documents, "document"))),
  ];
}

// Shows the contested claims alone; it stays as it was set while one entity is read.
function contestedChip(panel, groups, place) {
  const chip = button(`Only contested (${panel.contested})`, () => set(!on()), { class: "chip", "aria-pressed": "false" });
  const on = () => chip.getAttribute("aria-pressed") === "true";
  const set = (pressed) => {
    chip.setAttribute("aria-pressed", String(pressed));
    place.dataset.contestedOf = pressed ? panel.id : "";
    for (const group of groups) {
      const claims = [...group.querySelectorAll(".known")];
      claims.forEach((claim) => { claim.hidden = pressed && claim.dataset.contested === undefined; });
      group.hidden = claims.every((claim) => claim.hidden);
    }
  };
  set(place.dataset.contestedOf === panel.id);
  return chip;
}

function drawGroup(group, act) {
  const more = group.total > group.count ? `${group.count} of ${group.total.toLocaleString("en-GB")}` : group.count;
  return el(
    "details",
    { class: "group", open: group.open },
    el(
      "summary",
      {},
      group.phrase,
      group.contested ? el("span", { class: "tag contested" }, `${group.contested} contested`) : null,
      el("span", { class: "count" }, more),
    ),
    ...group.claims.map((claim) =>
      el(
        "div",
        { class: "known", "data-contested": claim.contested },
        button(claim.name, () => act({ kind: "open", id: claim.id, other: claim.other }), { class: "link" }),
        claim.contested ? el("span", { class: "tag contested" }, "contested") : null,
        claim.denied ? el("span", { class: "tag" }, claim.denied) : null,
        el("span", { class: "count" }, claim.weight),
      ),
    ),
  );
}

export function section(title, content) {
  return content ? el("section", {}, el("h2", {}, title), content) : null;
}
