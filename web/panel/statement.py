"""A statement of the panel: its words, their place, the study behind, what people say of it."""

from datetime import datetime
from typing import Any

from graph.ask.answers import StatedEvidence
from graph.model.publication import Publication
from graph.model.review import Review
from web.leads import reading_link
from web.links import checked_address, publication_addresses

_ALL = 3  # authors named in a citation


def statement(one: StatedEvidence) -> dict[str, Any]:
    """Lay out one piece of evidence."""
    evidence = one.evidence
    return {
        "id": evidence.id,
        "claim": evidence.claim.id,
        "counts": one.counts,
        "quote": marked(evidence.quote, evidence.cue),
        "section": evidence.section,
        "reading": _reading(one),
        "source": {
            "title": one.document.title or one.document.id,
            "address": checked_address(one.document.url),
            "interest": one.document.interest,
        },
        "tags": _tags(one),
        "study": _study(one),
        "publications": [_publication(paper) for paper in one.publications],
        "citation": citation(one),
        "verdict": _verdict(one.verdict) if one.verdict else None,
        "reviews": [_verdict(review) for review in reversed(one.reviews)],
    }


def marked(quote: str, cue: str) -> list[dict[str, Any]]:
    """Cut a quote where its cue stands: `[{"text", "cue"}…]`; the texts join to the quote."""
    start = quote.casefold().find(cue.casefold()) if cue else -1
    if start < 0 or len(quote) != len(quote.casefold()):
        return [{"text": quote, "cue": False}] if quote else []
    end = start + len(cue)
    parts = ((quote[:start], False), (quote[start:end], True), (quote[end:], False))
    return [{"text": text, "cue": is_cue} for text, is_cue in parts if text]


def citation(one: StatedEvidence) -> str:
    """The words of a statement with the papers it rests on and where it was read, to be pasted."""
    words = f"“{one.evidence.quote}”" if one.evidence.quote else one.evidence.row_key
    papers = "; ".join(map(_cited, one.publications))
    document = one.document
    read_in = ", ".join(
        part for part in (document.title, checked_address(document.url) or document.id) if part
    )
    return f"{words} ({papers}). Read in: {read_in}." if papers else f"{words} ({read_in})."


def _cited(paper: Publication) -> str:
    named = ", ".join(paper.authors[:_ALL]) + (" et al." if len(paper.authors) > _ALL else "")
    links = [f"PMID {paper.pmid}" if paper.pmid else "", f"doi:{paper.doi}" if paper.doi else ""]
    year = "" if paper.year is None else str(paper.year)
    retracted = "retracted" if paper.retracted else ""
    parts = (named, paper.title, paper.journal, year, *links, retracted)
    return ", ".join(part for part in parts if part)


def _reading(one: StatedEvidence) -> str:
    evidence = one.evidence
    if evidence.start is None or evidence.end is None:
        return ""
    return reading_link(one.document.id, evidence.start, evidence.end)


def _tags(one: StatedEvidence) -> list[str]:
    evidence = one.evidence
    negation = {"denied": "denied", "not_established": "not established"}.get(evidence.negation, "")
    inferred = f"inferred: {evidence.inferred}" if evidence.inferred else ""
    return [tag for tag in (evidence.certainty, negation, _why_not(one), inferred) if tag]


def _why_not(one: StatedEvidence) -> str:
    """Why a statement does not count; "" where it does."""
    if one.counts:
        return ""
    if one.evidence.status != "finding":
        return f"{one.evidence.status}, not counted"
    if one.verdict is not None and one.verdict.verdict == "rejected":
        return "rejected, not counted"
    return "retracted, not counted"


def _study(one: StatedEvidence) -> list[dict[str, str]]:
    """The study behind a statement: what the source tells of it, each with its name."""
    context = one.evidence.context
    sizes = " v ".join(str(n) for n in (context.n_cases, context.n_controls) if n is not None)
    told = {
        "Study": context.study_type,
        "Host": context.host,
        "Site": context.body_site,
        "Population": context.population,
        "Compared with": context.comparator,
        "n": sizes,
        "p": "" if context.p_value is None else f"{context.p_value:g}",
        "Effect": context.effect,
        "Method": context.method,
        "Via": context.via,
        "Condition": context.condition,
        "Purpose": context.purpose,
    }
    return [{"name": name, "value": value} for name, value in told.items() if value]


def _publication(paper: Publication) -> dict[str, Any]:
    authors = paper.authors[0] if paper.authors else ""
    more = " et al." if len(paper.authors) > 1 else ""
    year = "" if paper.year is None else str(paper.year)
    where = [part for part in (f"{authors}{more}", paper.journal, year, paper.kind) if part]
    return {
        "id": paper.id,
        "title": paper.title or paper.id,
        "where": " · ".join(where),
        "retracted": paper.retracted,
        "links": [{"text": text, "address": to} for text, to in publication_addresses(paper)],
    }


def _verdict(review: Review) -> dict[str, str]:
    at = datetime.fromisoformat(review.at)
    return {
        "verdict": review.verdict,
        "reviewer": review.reviewer,
        "at": f"{at.day} {at:%B %Y, %H:%M} UTC",
        "note": review.note,
    }
