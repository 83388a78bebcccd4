"""Every claim of a graph, or of one entity, read once as plain values; the engine sorts nothing."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Row, Store

# Entities whose claims one question asks for: few, so that no answer is long.
_SUBJECTS: Final = 1000


def stream_claims(store: Store, entity: str = "") -> Iterator[Row]:
    """Read every claim that counts, with the names and categories of its ends, in no order.

    Args:
        store: The graph.
        entity: The id of the one whose claims are wanted, on either side; "" for all claims.

    """
    if entity:
        yield from store.stream(cypher("ask/claims_of_entity"), {"id": entity})
        return
    text = cypher("ask/claims_streamed")
    for ids in _batches(row["id"] for row in store.stream(cypher("ask/subjects"))):
        yield from store.stream(text, {"ids": ids})


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(ids)
    while batch := list(islice(waiting, _SUBJECTS)):
        yield batch
