"""The panel of a claim: in words, how much stands on which side, and each statement."""

from typing import Any, Final

from graph.ask.answers import ClaimEvidence, StatedEvidence
from graph.model import vocabulary
from graph.model.subgraph import CountedClaim
from web.panel.statement import statement
from web.panel.words import Panel
from web.words import amount, capital, weight

STATEMENTS_A_SIDE: Final = 100


def claim_panel(
    opened: ClaimEvidence, opposite: ClaimEvidence | None, *, exploded: bool = False
) -> Panel:
    """Say a claim in words, how many stand on which side, and each statement.

    Args:
        opposite: The claim that says the contrary, if there is one.
        exploded: Its evidence is drawn on the canvas.

    """
    counted = opened.claim
    counts = counted.counts
    claim = counted.claim
    against = counts.refutes + (opposite.claim.counts.supports if opposite else 0)
    return {
        "kind": "claim",
        "id": counted.id,
        "sentence": capital(_sentence(opened)),
        "key": f"{claim.predicate} · {claim.subject} → {claim.object}",
        "banner": _banner(opened, against),
        "ends": [{"id": one.id, "name": one.name} for one in (opened.subject, opened.object)],
        "supports": counts.supports,
        "refutes": against,
        "papers": _papers(opened, opposite),
        "agreement": counts.agreement,
        "sides": _sides(opened, opposite),
        "databases": _databases(counted),
        "opposite": _opposite(opposite),
        "statements": len(opened.statements),
        "exploded": exploded,
    }


def _sentence(opened: ClaimEvidence) -> str:
    phrase = vocabulary.phrase(opened.claim.claim.predicate)
    return f"{opened.subject.name} {phrase} {opened.object.name}"


def _papers(opened: ClaimEvidence, opposite: ClaimEvidence | None) -> str:
    """How many papers stand on which side, and what rests on none."""
    counts = opened.claim.counts
    against = counts.refuting_papers + (opposite.claim.counts.papers if opposite else 0)
    words = []
    if counts.papers or against:
        words = [f"{amount(counts.papers, 'paper')} for", f"{against} against"]
    if counts.mentions:
        words.append(f"{amount(counts.mentions, 'statement')} without a primary paper")
    return " · ".join(words)


def _banner(opened: ClaimEvidence, against: int) -> dict[str, str] | None:
    counts = opened.claim.counts
    sides = f"{amount(counts.supports, 'statement')} for, {against} against"
    countable = [one.evidence for one in opened.statements if one.counts]
    if counts.agreement == "contested":
        return {"tone": "contested", "text": f"Contested: {sides}"}
    if counts.agreement in {"varies", "mixed"}:
        why = {"varies": "it differs between settings", "mixed": "one paper says both"}
        return {"tone": "plain", "text": f"{capital(why[counts.agreement])}: {sides}"}
    if countable and all(one.negation == "not_established" for one in countable):
        return {"tone": "plain", "text": "Not established: the sources say it has not been shown"}
    if opened.claim.refuted_only:
        return {"tone": "plain", "text": "Denied: no counted statement is for it"}
    if opened.statements and not countable and not opened.claim.asserted_in:
        return {"tone": "plain", "text": "Nothing that is said of it counts; see below why"}
    return None


def _sides(opened: ClaimEvidence, opposite: ClaimEvidence | None) -> list[dict[str, Any]]:
    counted = [one for one in opened.statements if one.counts]
    counts = opened.claim.counts
    sides = [
        _side(
            "supports",
            "For",
            [one for one in counted if one.evidence.stance == "supports"],
            counts.papers,
        ),
        _side(
            "refutes", "Against", [one for one in counted if _denies(one)], counts.refuting_papers
        ),
        _side(
            "not-established",
            "Not established",
            [one for one in counted if one.evidence.negation == "not_established"],
        ),
    ]
    if opposite is not None:
        title = f"For the opposite: {_sentence(opposite)}"
        stated = [
            one for one in opposite.statements if one.counts and one.evidence.stance == "supports"
        ]
        sides.append(_side("refutes", title, stated, opposite.claim.counts.papers))
    sides.append(_side("apart", "Not counted", _apart(opened, opposite)))
    return [side for side in sides if side["statements"]]


def _apart(opened: ClaimEvidence, opposite: ClaimEvidence | None) -> list[StatedEvidence]:
    """What does not count; of the opposite only what a person rejected, to be undone here too."""
    against = opposite.statements if opposite else ()
    return [
        *(one for one in opened.statements if not one.counts),
        *(one for one in against if not one.counts and one.verdict is not None),
    ]


def _denies(one: StatedEvidence) -> bool:
    return one.evidence.stance == "refutes" and one.evidence.negation != "not_established"


def _side(
    stance: str, title: str, stated: list[StatedEvidence], papers: int | None = None
) -> dict[str, Any]:
    numbers = [] if papers is None else [amount(papers, "paper")]
    more = len(stated) - STATEMENTS_A_SIDE
    return {
        "stance": stance,
        "title": title,
        "counts": " · ".join([*numbers, amount(len(stated), "statement")]),
        "statements": [statement(one) for one in stated[:STATEMENTS_A_SIDE]],
        "more": f"{amount(more, 'more statement')}, not listed here" if more > 0 else "",
    }


def _databases(counted: CountedClaim) -> list[dict[str, str]]:
    """Who asserts or denies it in a table without naming a paper: `document|database` entries."""
    entries = [
        *((entry, "asserts it") for entry in counted.asserted_in),
        *((entry, "denies it") for entry in counted.denied_in),
    ]
    return [
        {"name": entry.rpartition("|")[2], "says": says, "document": entry.rpartition("|")[0]}
        for entry, says in entries
    ]


def _opposite(opposite: ClaimEvidence | None) -> dict[str, str] | None:
    if opposite is None:
        return None
    return {
        "id": opposite.claim.id,
        "sentence": capital(_sentence(opposite)),
        "weight": weight(opposite.claim),
    }
