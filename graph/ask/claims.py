"""Claims among entities: read once for all of them, from those that have few."""

from collections.abc import Collection, Mapping
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.properties import claim_from
from graph.model.subgraph import CountedClaim

# More claims than a hub is walked for, where those of its neighbours will do.
HUB: Final = 1000


def claims_among(
    store: Store, ids: Collection[str], degrees: Mapping[str, int] | None = None
) -> list[CountedClaim]:
    """Read every claim with both ends among some entities, each once.

    What a hub shares with entities of few claims is read from their side, and what two hubs share
    from the smaller one's. (So what a hub says of itself is not found.)

    Args:
        store: The graph.
        ids: The entities.
        degrees: How many claims each has; None reads it.

    """
    known = degrees_of(store, ids) if degrees is None else degrees
    ranked = sorted(set(ids), key=lambda id_: (known.get(id_, 0), id_))
    hubs = [id_ for id_ in ranked if known.get(id_, 0) > HUB]
    few = ranked[: len(ranked) - len(hubs)]
    values = {"ids": ranked, "few": few, "hubs": hubs, "beside_hubs": few if hubs else []}
    rows = store.read(cypher("ask/claims_among"), values)
    smaller = [{"id": id_, "larger": hubs[at:]} for at, id_ in enumerate(hubs[:-1], start=1)]
    if smaller:
        rows += store.read(cypher("ask/claims_among_hubs"), {"smaller": smaller})
    found = {row["claim"]["id"]: claim_from(row["claim"]) for row in rows}
    return [found[id_] for id_ in sorted(found)]


def degrees_of(store: Store, ids: Collection[str]) -> dict[str, int]:
    """Read how many claims entities have; ids that are not in the graph are left out."""
    rows = store.read(cypher("ask/entities_degrees"), {"ids": sorted(set(ids))})
    return {row["id"]: row["degree"] for row in rows}
