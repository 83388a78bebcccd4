"""The panel's content as plain data: an entity with its claims, or a claim with its evidence."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final

from graph.ask.answers import ClaimEvidence, EntityKnown, StatedEvidence
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.publication import Publication
from graph.model.subgraph import CountedClaim
from web.links import checked_address, curie_address, publication_addresses
from web.words import amount, capital, weight

Panel = dict[str, Any]

_OPEN_GROUPS: Final = 8
_AUTHORS_NAMED: Final = 1


def entity_panel(known: EntityKnown) -> Panel:
    """Say what an entity is and what is known of it."""
    entity = known.entity
    names = {one.id: one for one in (*known.neighbours, entity)}
    groups = _groups(known.claims, entity, names)
    return {
        "kind": "entity",
        "id": entity.id,
        "name": capital(entity.name),
        "category": vocabulary.categories()[entity.category].label,
        "address": curie_address(entity.id),
        "description": entity.description,
        "synonyms": list(entity.synonyms),
        "xrefs": [{"id": one, "address": curie_address(one)} for one in entity.xrefs],
        "total": known.total,
        "shown": len(known.claims),
        "groups": groups,
        "documents": len(known.documents),
    }


def claim_panel(opened: ClaimEvidence, opposite: ClaimEvidence | None) -> Panel:
    """Say a claim in words, how many stand on which side, and each statement."""
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
        "agreement": counts.agreement,
        "sides": _sides(opened, opposite),
        "databases": list(counted.databases),
    }


def words_panel(title: str, lines: Iterable[str], commands: Iterable[str] = ()) -> Panel:
    """A panel that only says something."""
    return {
        "kind": "words",
        "id": title,
        "title": title,
        "lines": list(lines),
        "commands": list(commands),
    }


def _groups(
    claims: Iterable[CountedClaim], entity: Entity, names: dict[Any, Entity]
) -> list[dict[str, Any]]:
    """Claims by predicate, read from the entity's side."""

    def reading(counted: CountedClaim) -> tuple[str, bool]:
        return counted.claim.predicate, counted.claim.subject == entity.id

    groups: list[dict[str, Any]] = []
    for (predicate, outward), members in groupby(sorted(claims, key=reading), key=reading):
        listed = [_known_claim(one, entity, names) for one in members]
        groups.append(
            {
                "phrase": _phrase(predicate, outward=outward),
                "count": len(listed),
                "open": len(groups) < _OPEN_GROUPS,
                "claims": listed,
            }
        )
    return groups


def _phrase(predicate: str, *, outward: bool) -> str:
    row = vocabulary.predicates().get(predicate)
    if outward or row is None:
        return vocabulary.phrase(predicate)
    return row.inverse_phrase


def _known_claim(counted: CountedClaim, entity: Entity, names: dict[Any, Entity]) -> dict[str, Any]:
    claim = counted.claim
    other = claim.object if claim.subject == entity.id else claim.subject
    return {
        "id": counted.id,
        "other": other,
        "name": names[other].name if other in names else other,
        "weight": weight(counted),
        "contested": counted.counts.agreement == "contested",
        "denied": "denied" if counted.refuted_only else "",
    }


def _sentence(opened: ClaimEvidence) -> str:
    phrase = vocabulary.phrase(opened.claim.claim.predicate)
    return f"{opened.subject.name} {phrase} {opened.object.name}"


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
    sides.append(
        _side("apart", "Not counted", [one for one in opened.statements if not one.counts])
    )
    return [side for side in sides if side["statements"]]


def _denies(one: StatedEvidence) -> bool:
    return one.evidence.stance == "refutes" and one.evidence.negation != "not_established"


def _side(
    stance: str, title: str, stated: list[StatedEvidence], papers: int | None = None
) -> dict[str, Any]:
    numbers = [] if papers is None else [amount(papers, "paper")]
    return {
        "stance": stance,
        "title": title,
        "counts": " · ".join([*numbers, amount(len(stated), "statement")]),
        "statements": [_statement(one) for one in stated],
    }


def _statement(one: StatedEvidence) -> dict[str, Any]:
    evidence = one.evidence
    return {
        "id": evidence.id,
        "counts": one.counts,
        "quote": marked(evidence.quote, evidence.cue),
        "section": evidence.section,
        "source": {
            "title": one.document.title or one.document.id,
            "address": checked_address(one.document.url),
            "interest": one.document.interest,
        },
        "tags": _tags(one),
        "study": _study(one),
        "publications": [_publication(paper) for paper in one.publications],
    }


def marked(quote: str, cue: str) -> list[dict[str, Any]]:
    """Cut a quote where its cue stands: `[{"text", "cue"}…]`; the texts join to the quote."""
    start = quote.casefold().find(cue.casefold()) if cue else -1
    if start < 0 or len(quote) != len(quote.casefold()):
        return [{"text": quote, "cue": False}] if quote else []
    end = start + len(cue)
    parts = ((quote[:start], False), (quote[start:end], True), (quote[end:], False))
    return [{"text": text, "cue": is_cue} for text, is_cue in parts if text]


def _tags(one: StatedEvidence) -> list[str]:
    evidence = one.evidence
    status = "" if evidence.status == "finding" else f"{evidence.status}, not counted"
    negation = {"denied": "denied", "not_established": "not established"}.get(evidence.negation, "")
    inferred = f"inferred: {evidence.inferred}" if evidence.inferred else ""
    return [tag for tag in (evidence.certainty, negation, status, inferred) if tag]


def _study(one: StatedEvidence) -> list[str]:
    context = one.evidence.context
    sizes = " vs ".join(str(n) for n in (context.n_cases, context.n_controls) if n is not None)
    told = {
        "": (context.study_type, context.host, context.body_site, context.method, context.effect),
        "in ": (context.population,),
        "compared with ": (context.comparator,),
        "via ": (context.via,),
        "condition: ": (context.condition,),
        "as ": (context.purpose,),
        "n = ": (sizes,),
    }
    said = [f"{lead}{value}" for lead, values in told.items() for value in values if value]
    return said + ([] if context.p_value is None else [f"p = {context.p_value:g}"])


def _publication(paper: Publication) -> dict[str, Any]:
    authors = paper.authors[0] if paper.authors else ""
    more = " et al." if len(paper.authors) > _AUTHORS_NAMED else ""
    year = "" if paper.year is None else str(paper.year)
    where = [part for part in (f"{authors}{more}", paper.journal, year, paper.kind) if part]
    return {
        "id": paper.id,
        "title": paper.title or paper.id,
        "where": " · ".join(where),
        "retracted": paper.retracted,
        "links": [{"text": text, "address": to} for text, to in publication_addresses(paper)],
    }
