"""The hub question: what an entity with very many claims could grow by, before it does."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from graph.ask.claims import HUB, degrees_of
from graph.ask.entities import require_entities
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.entity import Entity
from graph.model.vocabulary import predicates

Direction = Literal["out", "in", "both"]


@dataclass(frozen=True, slots=True)
class HubGroup:
    """Claims of one kind with neighbours of one category.

    Attributes:
        direction: `out` where the entity is the subject, `in` where it is the object, `both`
            where the predicate is symmetric.
        claims: How many; nearly always that many neighbours.

    """

    predicate: str
    direction: Direction
    category: str
    claims: int


@dataclass(frozen=True, slots=True)
class HubQuestion:
    """What there is to choose from, most claims first.

    Attributes:
        claims: All its claims that count.
        not_drawn: Those of them whose neighbour is not drawn yet.

    """

    entity: Entity
    groups: tuple[HubGroup, ...]
    claims: int
    not_drawn: int

    @property
    def relations(self) -> dict[tuple[str, Direction], int]:
        """Claims by predicate and direction, most first."""
        found: Counter[tuple[str, Direction]] = Counter()
        for one in self.groups:
            found[one.predicate, one.direction] += one.claims
        return dict(found.most_common())

    @property
    def categories(self) -> dict[str, int]:
        """Claims by category of the neighbour, most first."""
        found: Counter[str] = Counter()
        for one in self.groups:
            found[one.category] += one.claims
        return dict(found.most_common())


def hub_question(store: Store, id_: str, drawn: Collection[str] = ()) -> HubQuestion:
    """Count the claims of an entity by predicate, direction and category of the neighbour.

    Args:
        store: The graph.
        id_: The entity.
        drawn: The entities that are drawn already; other hubs among them are passed over.

    Raises:
        NotFound: It is not in the graph; the nearest names are given.

    """
    entity = require_entities(store, [id_])[id_]
    counted: Counter[tuple[str, Direction, str]] = Counter()
    for row in store.read(cypher("ask/hub"), {"id": id_}):
        way = _direction(row["predicate"], out=row["out"])
        counted[row["predicate"], way, row["category"]] += row["claims"]
    groups = (HubGroup(*kind, claims) for kind, claims in counted.items())
    total = counted.total()
    degrees = degrees_of(store, drawn)
    others = sorted(one for one, degree in degrees.items() if degree <= HUB and one != id_)
    there = store.read(cypher("ask/hub_drawn"), {"id": id_, "drawn": others}) if others else []
    left = total - sum(row["claims"] for row in there)
    return HubQuestion(entity, tuple(sorted(groups, key=_most_first)), total, left)


def _direction(predicate: str, *, out: bool) -> Direction:
    known = predicates().get(predicate)
    if known is not None and known.symmetric:
        return "both"
    return "out" if out else "in"


def _most_first(one: HubGroup) -> tuple[int, str, str, str]:
    return (-one.claims, one.predicate, one.direction, one.category)
