"""The neighbours of an entity as a list of its claims, a page at a time, for one that has many."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from graph.ask.entities import require_entities
from graph.engine.cypher import cypher, with_types
from graph.engine.store import Row, Store
from graph.model.entity import Entity
from graph.model.properties import claim_from
from graph.model.subgraph import CountedClaim


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: behind this claim, in the order of all."""

    papers: int
    statements: int
    claim: str


# Before every claim.
FIRST: Final = Place(2**62, 0, "")


@dataclass(frozen=True, slots=True)
class NeighbourClaim:
    """A claim that counts, and the neighbour that it leads to."""

    neighbour: str
    name: str
    category: str
    claim: CountedClaim
    place: Place


@dataclass(frozen=True, slots=True)
class NeighbourClaims:
    """A page of the claims of an entity; `more` where others come behind it."""

    entity: Entity
    claims: tuple[NeighbourClaim, ...]
    more: bool


def neighbour_claims(
    store: Store,
    id_: str,
    limit: int,
    after: Place = FIRST,
    *,
    predicates: Collection[str] = (),
    categories: Collection[str] = (),
) -> NeighbourClaims:
    """List claims with other entities: most papers first, then most statements, then by id.

    The store sorts no more than the page, wherever in the list that is.

    Args:
        store: The graph.
        id_: The entity.
        limit: The most claims of the page.
        after: The place of the last claim of the page before.
        predicates: The relations to keep; none means all.
        categories: The categories of neighbours to keep; none means all.

    Raises:
        NotFound: It is not in the graph; the nearest names are given.
        ValueError: A predicate is no relation type.

    """
    entity = require_entities(store, [id_])[id_]
    text = with_types(cypher("ask/neighbour_claims"), sorted(set(predicates)))
    values = {
        "id": id_,
        "categories": sorted(set(categories)),
        "papers": after.papers,
        "statements": after.statements,
        "claim": after.claim,
        "limit": limit + 1,  # one more tells whether there are more
    }
    found = [_read(row) for row in store.read(text, values)]
    return NeighbourClaims(entity, tuple(found[:limit]), len(found) > limit)


def _read(row: Row) -> NeighbourClaim:
    claim = claim_from(row["claim"])
    place = Place(row["papers"], row["statements"], claim.id)
    return NeighbourClaim(row["neighbour"], row["name"], row["category"], claim, place)
