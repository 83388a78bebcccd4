"""What graph formats tell of an entity and of a claim: plain values by name, the same in each."""

import re
from collections.abc import Mapping
from typing import Final

from figures.style import theme
from graph.model import vocabulary
from graph.model.snapshot import Snapshot, Source, Stated
from graph.model.snapshot_parts import struck_line
from graph.model.subgraph import CountedClaim

Value = str | int | float | bool | list[str] | list[int]

_BIOLINK: Final = re.compile(r"biolink:[A-Z]\w*")


def about(snapshot: Snapshot) -> dict[str, Value]:
    """What is true of the whole: title, caption, sources, versions, licences."""
    return _told(
        {
            "name": snapshot.title,
            "description": snapshot.caption,
            "snapshot": snapshot.id,
            "data_version": snapshot.data_version,
            "licences": list(snapshot.licences),
            "sources": [source_line(one) for one in snapshot.citations],
            "struck": snapshot.struck,
        }
    )


def entity_values(snapshot: Snapshot) -> dict[str, dict[str, Value]]:
    """The values of each entity by its id; what is not known is left out."""
    return {
        one.id: _told(
            {
                "name": one.name,
                "category": one.category,
                "biolink": biolink_class(one.biolink, one.category),
                "compartment": one.place,
                "description": one.description,
                "synonyms": list(one.synonyms),
                "xrefs": list(one.xrefs),
                "hidden_neighbours": snapshot.subgraph.hidden.get(one.id, 0),
                "in_focus": one.id in snapshot.focus,
            }
        )
        for one in snapshot.subgraph.entities
    }


def claim_values(snapshot: Snapshot) -> dict[str, dict[str, Value]]:
    """The values of each claim by its id, with its counts, quotes and sources."""
    stated = statements_by_claim(snapshot)
    sources = {one.number: one for one in snapshot.citations}
    return {
        one.id: _told(
            {
                "predicate": one.claim.predicate,
                "interaction": vocabulary.phrase(one.claim.predicate),
                "sentence": snapshot.subgraph.sentence(one),
                "qualifiers": [f"{key}={value}" for key, value in one.claim.qualifiers],
                **counts(one),
                "quotes": [
                    quote_line(each) for each in stated.get(one.id, ()) if each.quote or each.struck
                ],
                "sources": [
                    source_line(sources[number])
                    for number in snapshot.sources_of(one.id)
                    if number in sources
                ],
            }
        )
        for one in snapshot.subgraph.claims
    }


def counts(one: CountedClaim) -> dict[str, Value]:
    """The numbers of a claim's edge; zeros are told, what is unknown is empty."""
    numbers = one.counts
    years = {"first_year": numbers.first_year, "last_year": numbers.last_year}
    return {
        "supports": numbers.supports,
        "refutes": numbers.refutes,
        "papers": numbers.papers,
        "refuting_papers": numbers.refuting_papers,
        "mentions": numbers.mentions,
        "certainty": numbers.certainty,
        "agreement": numbers.agreement,
        "refuted_only": one.refuted_only,
        "hosts": list(numbers.hosts),
        "study_types": list(numbers.study_types),
        **{name: year for name, year in years.items() if year is not None},
        "asserted_in": list(one.asserted_in),
        "denied_in": list(one.denied_in),
    }


def statements_by_claim(snapshot: Snapshot) -> Mapping[str, list[Stated]]:
    """The statements on each claim, in their order."""
    found: dict[str, list[Stated]] = {}
    for one in snapshot.statements:
        found.setdefault(one.claim, []).append(one)
    return found


def source_line(one: Source) -> str:
    """A numbered source in one line."""
    retracted = " (retracted)" if one.retracted else ""
    return f"[{one.number}] {one.text}{retracted}{' ' + one.link if one.link else ''}"


def quote_line(one: Stated) -> str:
    """A statement in one line: which way, in which source, in which words."""
    verdict = f", {one.verdict}" if one.verdict else ""
    words = one.quote or struck_line(one)
    return f"{one.stance} [{one.source}] ({one.certainty}{verdict}): {words}"


def biolink_class(own: str, category: str) -> str:
    """The Biolink class of an entity: its own where it has one, else its category's."""
    return own if _BIOLINK.fullmatch(own) else vocabulary.categories()[category].biolink


def background(snapshot: Snapshot) -> str:
    """The colour of the ground."""
    return theme(snapshot.theme).background


def _told(values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value not in ("", [])}
