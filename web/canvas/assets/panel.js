// The panel: what is known about the chosen entity, or who says a claim and who disagrees.

import { button, el, outLink, plural } from "./dom.js";

export function drawPanel(place, panel, act) {
  const draw = { claim: drawClaim, entity: drawEntity, words: drawWords }[panel.kind];
  place.replaceChildren(...draw(panel, act));
  if (place.dataset.of !== panel.id) place.scrollTop = 0;
  place.dataset.of = panel.id;
  place.dataset.agreement = panel.agreement ?? "";
}

function drawWords(panel) {
  return [
    el("h1", {}, panel.title),
    ...panel.lines.map((line) => el("p", {}, line)),
    ...panel.commands.map((line) => el("pre", {}, line)),
  ];
}

function drawEntity(panel, act) {
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
    el("h2", {}, `Claims known (${panel.total})`),
    ...panel.groups.map((group) => drawGroup(group, act)),
    panel.total > panel.shown
      ? el("p", { class: "small" }, `${panel.total - panel.shown} more claims are not listed here.`)
      : null,
    section("Named in", el("p", { class: "small" }, plural(panel.documents, "document"))),
  ].filter(Boolean);
}

function drawGroup(group, act) {
  return el(
    "details",
    { class: "group", open: group.open },
    el("summary", {}, group.phrase, el("span", { class: "count" }, group.count)),
    ...group.claims.map((claim) =>
      el(
        "div",
        { class: "known" },
        button(claim.name, () => act({ kind: "open", id: claim.id, other: claim.other }), {
          class: "link",
        }),
        claim.contested ? el("span", { class: "tag contested" }, "contested") : null,
        claim.denied ? el("span", { class: "tag" }, claim.denied) : null,
        el("span", { class: "count" }, claim.weight),
      ),
    ),
  );
}

function drawClaim(panel, act) {
  return [
    el("h1", {}, panel.sentence),
    el("p", { class: "ids" }, panel.key),
    panel.banner ? el("p", { class: `banner ${panel.banner.tone}` }, panel.banner.text) : null,
    el(
      "p",
      { class: "ends" },
      ...panel.ends.map((end) => button(end.name, () => act({ kind: "focus", id: end.id }), { class: "chip" })),
    ),
    balance(panel),
    ...panel.sides.map(drawSide),
    section(
      "Asserted by databases without a paper",
      panel.databases.length ? el("p", {}, panel.databases.join(" · ")) : null,
    ),
  ].filter(Boolean);
}

function balance(panel) {
  if (!panel.supports && !panel.refutes) return null;
  return el(
    "div",
    { class: "balance", role: "img", "aria-label": `${panel.supports} for, ${panel.refutes} against` },
    el("span", { class: "for", style: `flex-grow: ${panel.supports}`, hidden: !panel.supports }),
    el("span", { class: "against", style: `flex-grow: ${panel.refutes}`, hidden: !panel.refutes }),
  );
}

function drawSide(side) {
  return el(
    "section",
    { class: `side-of ${side.stance}` },
    el("h2", {}, side.title, el("span", { class: "count" }, side.counts)),
    ...side.statements.map(drawStatement),
  );
}

function drawStatement(one) {
  return el(
    "article",
    { class: `statement ${one.counts ? "" : "apart"}` },
    one.quote.length
      ? el("blockquote", {}, ...one.quote.map((part) => (part.cue ? el("mark", {}, part.text) : part.text)))
      : el("p", { class: "small" }, "A table row, without words of its own."),
    el("p", { class: "source" }, outLink(one.source.title, one.source.address), one.section ? ` · ${one.section}` : ""),
    one.source.interest ? el("p", { class: "interest" }, `Interest: ${one.source.interest}`) : null,
    el("p", { class: "certainty" }, ...one.tags.map((tag) => el("span", { class: "tag" }, tag))),
    one.study.length ? el("p", { class: "small" }, one.study.join(" · ")) : null,
    one.publications.length
      ? el("ul", { class: "papers" }, ...one.publications.map(drawPublication))
      : el("p", { class: "small" }, "No citation in the text."),
  );
}

function drawPublication(paper) {
  return el(
    "li",
    {},
    paper.retracted ? el("span", { class: "tag contested" }, "retracted") : null,
    el("span", {}, paper.title),
    el("span", { class: "small" }, paper.where),
    ...paper.links.map((link) => outLink(link.text, link.address)),
  );
}

function section(title, content) {
  return content ? el("section", {}, el("h2", {}, title), content) : null;
}
