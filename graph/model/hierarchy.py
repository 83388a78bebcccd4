"""What is a kind of what: the parents of entities, walked upwards. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.model.taxonomy import taxa


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The parents of entities: taxa have one, a disease may have several.

    Attributes:
        parents: The ids one step above each entity.

    """

    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def above(self, id_: str) -> tuple[str, ...]:
        """Name all above an entity, the nearest first, those of one level by id; no id twice.

        A hierarchy that runs in a circle ends where it began.
        """
        seen = {id_: None}
        level: Iterable[str] = [id_]
        while level:
            up = sorted({parent for one in level for parent in self.parents.get(one, ())})
            level = [one for one in up if one not in seen]
            seen |= dict.fromkeys(level)
        return tuple(seen)[1:]

    def joined(self, other: "Hierarchy") -> "Hierarchy":
        """Both together; where both know the parents of an entity, this one's hold."""
        return Hierarchy(dict(other.parents) | dict(self.parents))


def taxonomy(ids: Iterable[str]) -> Hierarchy:
    """The hierarchy above some taxa; what the table lacks has nothing above it."""
    table = taxa()
    parents: dict[str, tuple[str, ...]] = {}
    waiting = [id_ for id_ in ids if id_ in table]
    while waiting:
        id_ = waiting.pop()
        if id_ not in parents and table[id_].parent:
            parents[id_] = (table[id_].parent,)
            waiting.append(table[id_].parent)
    return Hierarchy(parents)


def of_rank(hierarchy: Hierarchy, ids: Iterable[str], rank: str) -> set[str]:
    """Name the taxa of a rank above some entities."""
    table = taxa()
    above = {one for id_ in ids for one in hierarchy.above(id_)}
    return {one for one in above if one in table and table[one].rank == rank}


def shared(hierarchy: Hierarchy, ids: Iterable[str]) -> set[str]:
    """Name the parents that entities other than taxa gather under.

    That is each parent that is itself among them, or that stands directly above two of them.
    """
    table = taxa()
    among = set(ids)
    below: dict[str, int] = {}
    for id_ in among - table.keys():
        for parent in hierarchy.parents.get(id_, ()):
            below[parent] = below.get(parent, 0) + 1
    return {parent for parent, number in below.items() if parent in among or number > 1}
