"""What is above some entities: taxa by the vocabulary, others by the claims of the graph."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.hierarchy import Hierarchy, taxonomy

# Levels that are walked upwards: ontologies are less deep, and a circle ends by itself.
_LEVELS: Final = 16


def above(store: Store, ids: Iterable[str]) -> Hierarchy:
    """Read the hierarchy above some entities, one question a level.

    Of a taxon that the vocabulary places, its table holds; all else goes by `SUBCLASS_OF` claims
    that somebody supports.
    """
    known = taxonomy(ids := set(ids))
    parents: dict[str, set[str]] = defaultdict(set)
    seen, level = set(known.parents), ids - known.parents.keys()
    for _ in range(_LEVELS):
        if not level:
            break
        seen |= level
        for row in store.read(cypher("ask/parents"), {"ids": sorted(level)}):
            parents[row["id"]].add(row["parent"])
        level = {one for id_ in level for one in parents.get(id_, ())} - seen
    claimed = Hierarchy({id_: tuple(sorted(up)) for id_, up in parents.items()})
    return known.joined(claimed)
