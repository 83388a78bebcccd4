// One statement: its words with the cue marked, where they stand, the study, the papers, the verdict.

import { el, inLink, outLink } from "./dom.js";
import { copyButton } from "./panel-copy.js";
import { drawReview } from "./panel-review.js";

export function drawStatement(one, reviewing, act, place) {
  return el(
    "article",
    { class: `statement ${one.counts ? "" : "apart"}`, "data-id": one.id, tabindex: "-1" },
    one.quote.length
      ? el("blockquote", {}, ...one.quote.map((part) => (part.cue ? el("mark", {}, part.text) : part.text)))
      : el("p", { class: "small" }, "A table row, without words of its own."),
    source(one),
    one.source.interest ? el("p", { class: "interest" }, `Interest: ${one.source.interest}`) : null,
    el("p", { class: "certainty" }, ...one.tags.map((tag) => el("span", { class: "tag" }, tag))),
    study(one.study),
    one.publications.length
      ? el("ul", { class: "papers" }, ...one.publications.map(drawPublication))
      : el("p", { class: "small" }, "No citation in the text."),
    ...drawReview(one, reviewing, act, place, copyButton("Copy with citation", one.citation)),
  );
}

function source(one) {
  return el(
    "p",
    { class: "source" },
    outLink(one.source.title, one.source.address),
    one.section ? ` · ${one.section}` : "",
    one.reading ? " · " : "",
    one.reading ? inLink("Read in place", one.reading) : null,
  );
}

function study(rows) {
  if (!rows.length) return null;
  return el("dl", { class: "study" }, ...rows.flatMap((row) => [el("dt", {}, row.name), el("dd", {}, row.value)]));
}

function drawPublication(paper) {
  return el(
    "li",
    {},
    el("span", {}, paper.retracted ? el("span", { class: "tag retracted" }, "retracted") : null, paper.title),
    el("span", { class: "small" }, paper.where),
    ...paper.links.map((link) => outLink(link.text, link.address)),
  );
}
