"""The Reading page as plain data for its component: a page of text, its marks and their list."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.ask.reading import Reading
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.evidence import Evidence
from graph.model.identity import EntityId
from web.leads import canvas_link, claim_link
from web.links import checked_address
from web.marking import Mark, Part, page_at, pages_of, parts_of, pieces_of
from web.words import amount, capital

Json = dict[str, Any]


def place_of(text: str) -> tuple[int, int] | None:
    """Read `START-END`, as an address has it; None for anything else."""
    start, _, end = text.partition("-")
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in (start, end)):  # noqa: PLR2004
        return None
    return (int(start), int(end)) if int(start) <= int(end) else None


def reading_page(
    read: Reading,
    agreements: Mapping[str, str],
    page: int,
    at: tuple[int, int] | None,
) -> Json:
    """Lay a page of a text out.

    Args:
        read: The document, with its text.
        agreements: How the sources of a claim agree, by its id.
        page: Which page, from 1; the place in `at` wins.
        at: What to lead the eye to, code points of the text.

    """
    text = read.document.text or ""
    pages = pages_of(parts_of(read.document))
    number = page_at(pages, at[0]) if at else min(max(page, 1), len(pages)) - 1
    shown = pages[number]
    known = {id_: index for index, id_ in enumerate(sorted(read.entities))}
    marks = [Mark("entity", known[one.entity], one.start, one.end) for one in read.named]
    marks += [
        Mark("statement", index, one.start, one.end)
        for index, one in enumerate(read.statements)
        if one.start is not None and one.end is not None
    ]
    blocks = [_block(text, part, marks) for part in shown]
    used = {index for block in blocks for piece in block["pieces"] for index in piece["statements"]}
    named = {piece["entity"] for block in blocks for piece in block["pieces"]} - {None}
    entities = [read.entities[id_] for id_ in sorted(read.entities)]
    stated = {
        index: _statement(index, one, read, agreements)
        for index, one in enumerate(read.statements)
        if index in used
    }
    return _about(read) | {
        "blocks": blocks,
        "statements": stated,
        "entities": {index: _entity(entities[index]) for index in sorted(named)},
        "legend": _legend([entities[index] for index in sorted(named)]),
        "page": number + 1,
        "pages": len(pages),
        "at": list(at) if at else None,
    }


def words_of(read: Reading, one: Evidence) -> str:
    """Say the claim of a statement in words."""
    return (
        f"{_name(read, one.claim.subject)} {vocabulary.phrase(one.claim.predicate)} "
        f"{_name(read, one.claim.object)}"
    )


def _about(read: Reading) -> Json:
    document = read.document
    facts = [
        amount(read.total, "statement"),
        amount(len({one.entity for one in read.named}), "entity named", "entities named"),
        document.licence or "licence not stated",
    ]
    if document.interest:
        facts.append(f"interest: {document.interest}")
    return {
        "title": document.title or document.id,
        "facts": facts,
        "address": checked_address(document.url),
    }


def _block(text: str, part: Part, marks: Sequence[Mark]) -> Json:
    pieces = [
        {
            "text": text[one.start : one.end],
            "start": one.start,
            "end": one.end,
            "entity": one.entity,
            "statements": list(one.statements),
            "ending": list(one.ending),
            "hidden": one.hidden,
        }
        for one in pieces_of(part, marks)
    ]
    return {"kind": part.kind, "lead": part.lead, "pieces": pieces}


def _statement(index: int, one: Evidence, read: Reading, agreements: Mapping[str, str]) -> Json:
    contested = agreements.get(one.claim.id) == "contested"
    tags = [one.certainty]
    if one.negation:
        tags.append({"denied": "denied", "not_established": "not established"}[one.negation])
    elif one.stance == "refutes":
        tags.append("against")
    counts = one.id not in read.apart
    if not counts:
        why = "" if one.status == "finding" else f"{one.status}, "
        tags.append(f"{why}not counted")
    if contested:
        tags.append("contested")
    return {
        "number": index + 1,
        "words": capital(words_of(read, one)),
        "stance": one.stance,
        "certainty": one.certainty,
        "counts": counts,
        "contested": contested,
        "tags": tags,
        "section": one.section,
        "link": claim_link(one.claim),
        "start": one.start,
    }


def _entity(entity: Entity) -> Json:
    return {
        "name": capital(entity.name),
        "kind": vocabulary.categories()[entity.category].label,
        "place": entity.place,
        "link": canvas_link((entity.id,), entity.id),
    }


def _legend(entities: Sequence[Entity]) -> list[Json]:
    """The compartments that are marked on this page."""
    drawn = {entity.place for entity in entities}
    return [
        {"place": name, "label": row.label}
        for name, row in vocabulary.compartments().items()
        if name in drawn
    ]


def _name(read: Reading, id_: EntityId) -> str:
    entity = read.entities.get(id_)
    return entity.name if entity else id_
