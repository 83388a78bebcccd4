"""The panel of an entity: its names, where else it is explained, what is known of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, Final

from graph.ask.answers import EntityKnown
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.subgraph import CountedClaim
from web.links import curie_address
from web.panel.words import Panel
from web.words import capital, weight

_OPEN_GROUPS: Final = 8


def entity_panel(known: EntityKnown) -> Panel:
    """Say what an entity is and what is known of it, what is contested first."""
    entity = known.entity
    names: dict[str, Entity] = {one.id: one for one in (*known.neighbours, entity)}
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
        "contested": sum(map(_contested, known.claims)),
        "groups": _groups(known, entity, names),
        "documents": len(known.documents),
    }


def _groups(
    known: EntityKnown, entity: Entity, names: Mapping[str, Entity]
) -> list[dict[str, Any]]:
    """Claims by predicate, read from the entity's side; those with a contested claim come first."""

    def reading(counted: CountedClaim) -> tuple[str, bool]:
        return counted.claim.predicate, counted.claim.subject == entity.id

    together = [
        (key, list(members))
        for key, members in groupby(sorted(known.claims, key=reading), key=reading)
    ]
    together.sort(key=lambda group: -sum(map(_contested, group[1])))
    ways = Counter(predicate for (predicate, _), _ in together)
    return [
        {
            "phrase": _phrase(predicate, outward=outward),
            "count": len(members),
            # A predicate that is read from one side only is known by its whole number.
            "total": known.by_predicate.get(predicate, 0) if ways[predicate] == 1 else len(members),
            "contested": sum(map(_contested, members)),
            "open": number < _OPEN_GROUPS,
            "claims": [_known_claim(one, entity, names) for one in _contested_first(members)],
        }
        for number, ((predicate, outward), members) in enumerate(together)
    ]


def _contested_first(claims: Iterable[CountedClaim]) -> list[CountedClaim]:
    """The others keep their order: most papers first."""
    return sorted(claims, key=lambda one: not _contested(one))


def _contested(counted: CountedClaim) -> bool:
    return counted.counts.agreement == "contested"


def _phrase(predicate: str, *, outward: bool) -> str:
    row = vocabulary.predicates().get(predicate)
    if outward or row is None:
        return vocabulary.phrase(predicate)
    return row.inverse_phrase


def _known_claim(
    counted: CountedClaim, entity: Entity, names: Mapping[str, Entity]
) -> dict[str, Any]:
    claim = counted.claim
    other = claim.object if claim.subject == entity.id else claim.subject
    return {
        "id": counted.id,
        "other": other,
        "name": names[other].name if other in names else other,
        "weight": weight(counted),
        "contested": _contested(counted),
        "denied": "denied" if counted.refuted_only else "",
    }
