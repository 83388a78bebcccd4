"""A subgraph with entities folded into those above them, counted anew from the evidence."""

from collections.abc import Collection, Iterable

from graph.ask.entities import entities
from graph.ask.hierarchy import above
from graph.ask.weighed import weighed
from graph.engine.store import Store
from graph.model.entity import Entity
from graph.model.hierarchy import Hierarchy, of_rank, shared
from graph.model.identity import EntityId
from graph.model.rollup import Rolled, merged_ids, regrouped, rolled, stand_ins
from graph.model.subgraph import Subgraph
from graph.model.taxonomy import RANKS, taxa

# Asked for among the folded, in place of ids: every taxon below a rank, or all that has parents.
BY_RANK = "rank:"
BY_PARENT = f"{BY_RANK}parent"


def rolled_up(store: Store, whole: Subgraph, folded: Collection[str]) -> Rolled:
    """Fold entities of a subgraph into those above them.

    Four questions whatever the size: what is above (one a level of the hierarchy), who stands for
    others and is not here, and the evidence of the claims that become one.

    Args:
        store: The graph.
        whole: Everything unfolded.
        folded: Ids that stand for everything below them; `rank:family` and its like fold the taxa
            into that rank, `rank:parent` all else into the parents they gather under.

    Raises:
        StoreError: The store did not answer.

    """
    ids = [entity.id for entity in whole.entities]
    if not folded or not ids:
        return Rolled(whole)
    hierarchy = above(store, ids)
    into = stand_ins(ids, hierarchy, asked_for(hierarchy, ids, folded))
    if not into:
        return Rolled(whole)
    parents = named(store, set(into.values()) - set(ids))
    into = {id_: up for id_, up in into.items() if up in parents or up in set(ids)}
    groups = regrouped(whole.claims, into)
    merged = set(merged_ids(groups))
    wanted = {
        one.id
        for key, members in groups.items()
        if key.id in merged or (key.opposite and key.opposite.id in merged)
        for one in members
    }
    return rolled(whole, into, parents, weighed(store, wanted))


def asked_for(hierarchy: Hierarchy, ids: Collection[str], folded: Collection[str]) -> set[str]:
    """Name the entities that stand for those below them; ranks are looked up."""
    asked = {one for one in folded if not one.startswith(BY_RANK)}
    for rank in RANKS:
        if f"{BY_RANK}{rank}" in folded:
            asked |= of_rank(hierarchy, ids, rank)
    if BY_PARENT in folded:
        asked |= shared(hierarchy, ids)
    return asked


def named(store: Store, ids: Iterable[str]) -> dict[EntityId, Entity]:
    """Entities by id: the graph's, else the vocabulary's; what neither knows is left out."""
    wanted = set(ids)
    table = taxa()
    there = entities(store, wanted) if wanted else {}
    rest = {EntityId(id_): table[id_].entity for id_ in wanted if id_ in table}
    return rest | {EntityId(id_): entity for id_, entity in there.items()}
