// What people say of a statement: the verdict that holds, and the form that adds one.

import { button, el } from "./dom.js";
import { chooseStatement } from "./panel-choice.js";

const WORDS = { accepted: "Accepted", rejected: "Rejected", withdrawn: "Verdict withdrawn" };

export function drawReview(one, reviewing, act, place, copy) {
  const tools = el("p", { class: "tools" }, copy);
  const parts = [one.verdict ? drawVerdict(one.verdict) : null, earlier(one), tools];
  if (!reviewing?.allowed) return parts;
  const send = (verdict, reviewer, note) => {
    chooseStatement(place, one.id);
    act({ kind: "review", evidence: one.id, verdict, reviewer, note });
  };
  const form = new ReviewForm(reviewing, send);
  const offers = [["accepted", "Accept"], ["rejected", "Reject"]].filter(([verdict]) => verdict !== one.verdict?.verdict);
  const undo = button("Undo", () => { undo.disabled = true; send("withdrawn", form.reviewer, ""); }, {
    class: "small-button",
    title: "Withdraw this verdict",
    "aria-label": "Undo verdict",
  });
  tools.append(
    ...offers.map(([verdict, words]) =>
      button(words, () => form.open(verdict), { class: "small-button", title: `${words} this statement, with a note` }),
    ),
    ...(one.verdict ? [undo] : []),
  );
  const { again } = reviewing;
  if (again?.evidence === one.id && again.verdict !== "withdrawn") form.again(again);
  return [...parts, form.element];
}

function drawVerdict(verdict) {
  return el(
    "div",
    { class: `verdict ${verdict.verdict}` },
    el("p", {}, el("strong", {}, WORDS[verdict.verdict]), ...bySomebody(verdict)),
    verdict.note ? el("p", { class: "note" }, verdict.note) : null,
  );
}

function bySomebody(review) {
  return [" by ", el("bdi", {}, review.reviewer), `, ${review.at}`];
}

// All that was said before, the latest first: nothing is ever erased.
function earlier(one) {
  const said = one.reviews.slice(one.verdict ? 1 : 0);
  if (!said.length) return null;
  return el(
    "details",
    { class: "earlier small" },
    el("summary", {}, `${said.length} earlier`),
    ...said.map((review) =>
      el("p", {}, WORDS[review.verdict], ...bySomebody(review), review.note ? el("bdi", {}, `: ${review.note}`) : null),
    ),
  );
}

class ReviewForm {
  constructor(reviewing, send) {
    this.note = el("textarea", { rows: "3", maxlength: reviewing.note_characters, "aria-label": "Note", placeholder: "Why? (optional)" });
    this.name = el("input", { type: "text", maxlength: reviewing.reviewer_characters, required: true, "aria-label": "Your name" });
    this.name.value = remembered ?? reviewing.reviewer;
    this.save = el("button", { type: "submit", class: "primary small-button" }, "Save");
    this.element = el(
      "form",
      {
        class: "review",
        hidden: true,
        onsubmit: (event) => {
          event.preventDefault();
          this.save.disabled = true;
          remembered = this.name.value;
          send(this.verdict, this.name.value, this.note.value);
        },
        onkeydown: (event) => { if (event.key === "Escape") this.element.hidden = true; },
      },
      this.note,
      el("label", { class: "small" }, "Your name ", this.name),
      el("p", { class: "tools" }, this.save, button("Cancel", () => { this.element.hidden = true; }, { class: "small-button" })),
    );
  }

  get reviewer() {
    return this.name.value;
  }

  open(verdict) {
    this.show(verdict);
    this.note.focus();
  }

  // It was refused: what was typed is still there.
  again({ verdict, note, reviewer }) {
    this.note.value = note;
    this.name.value = reviewer;
    this.show(verdict);
  }

  show(verdict) {
    this.verdict = verdict;
    this.save.textContent = verdict === "accepted" ? "Save as accepted" : "Save as rejected";
    this.element.hidden = false;
  }
}

// The name last given in this tab, so that it is typed once.
let remembered;
