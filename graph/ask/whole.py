"""Everything among the entities of a view; of a view that grew, only what is new is read."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph.ask.claims import HUB, claims_among
from graph.ask.entities import with_degrees
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.properties import claim_from
from graph.model.subgraph import CountedClaim, Subgraph

# Up to so many claims, the neighbours of an entity are counted; above, its claims stand for them.
COUNTED: Final = 500


@dataclass(frozen=True, slots=True)
class Whole:
    """Entities, every claim among them, and what it takes to add more.

    Attributes:
        ids: Those asked for, in the graph or not.
        degrees: How many claims each entity has.
        neighbours: How many others those of few claims share one with.

    """

    ids: frozenset[str] = frozenset()
    subgraph: Subgraph = field(default_factory=Subgraph)
    degrees: Mapping[str, int] = field(default_factory=dict)
    neighbours: Mapping[str, int] = field(default_factory=dict)


def whole(store: Store, ids: Sequence[str], before: Whole | None = None) -> Whole:
    """Read entities and every claim among them; ids that are not in the graph are left out.

    Args:
        store: The graph.
        ids: The entities.
        before: What was read for some of them, of the same state of the graph.

    """
    old = before if before and before.ids <= set(ids) else Whole()
    new = [id_ for id_ in ids if id_ not in old.ids]
    found, read = with_degrees(store, new) if new else ({}, {})
    degrees = {**old.degrees, **read}
    entities = {str(one.id): one for one in old.subgraph.entities} | found
    claims = _claims(store, old, found, degrees)
    neighbours = {**old.neighbours, **neighbours_of(store, read)}
    hidden = left_out(neighbours, degrees, claims)
    subgraph = Subgraph.of(entities.values(), claims, hidden)
    return Whole(frozenset(ids), subgraph, degrees, neighbours)


def neighbours_of(store: Store, degrees: Mapping[str, int]) -> dict[str, int]:
    """Count the neighbours of the entities that have few claims."""
    few = sorted(id_ for id_, degree in degrees.items() if degree <= COUNTED)
    rows = store.read(cypher("ask/neighbour_counts"), {"ids": few}) if few else []
    return {row["id"]: row["neighbours"] for row in rows}


def left_out(
    neighbours: Mapping[str, int], degrees: Mapping[str, int], claims: Collection[CountedClaim]
) -> dict[EntityId, int]:
    """Count for each entity the neighbours a subgraph leaves out; without any it is not named.

    Of a hub, the claims it leaves out: no fewer, and known without walking all of them.
    """
    shown: dict[str, set[str]] = {id_: set() for id_ in degrees}
    at: Counter[str] = Counter()
    for one in claims:
        shown[one.claim.subject].add(one.claim.object)
        shown[one.claim.object].add(one.claim.subject)
        at.update({one.claim.subject, one.claim.object})
    left = {id_: number - len(shown[id_] - {id_}) for id_, number in neighbours.items()}
    left |= {id_: degree - at[id_] for id_, degree in degrees.items() if degree > COUNTED}
    return {EntityId(id_): number for id_, number in left.items() if number > 0}


def _claims(
    store: Store, old: Whole, new: Mapping[str, Entity], degrees: Mapping[str, int]
) -> list[CountedClaim]:
    """The claims of both, where no new one is a hub; else all are read again."""
    if not new:
        return list(old.subgraph.claims)
    if not old.ids or any(degrees[id_] > HUB for id_ in new):
        return claims_among(store, degrees, degrees)
    values = {"new": sorted(new), "ids": sorted(degrees)}
    rows = store.read(cypher("ask/claims_beside"), values)
    return [*old.subgraph.claims, *(claim_from(row["claim"]) for row in rows)]
