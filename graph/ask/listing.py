"""Claims as a table: narrowed, in an order, a page at a time, out of a stream of all of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from graph.ask.claim_columns import parts_of
from graph.ask.claim_stream import stream_claims
from graph.ask.claim_table import ClaimTable
from graph.ask.listed_claim import ClaimPage, Sheet
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.narrowing import Narrowing

_PART: Final = 20_000  # claims looked at together


def listed_claims(
    store: Store,
    narrowing: Narrowing,
    sheet: Sheet | None = None,
    told: Callable[[int], None] | None = None,
) -> ClaimPage:
    """List the claims that are asked for and that something counts for.

    All claims are read, and few kept: those of the page and before it. Who asks for page after page
    keeps a `graph.ask.claim_table` instead.

    Args:
        store: The graph.
        narrowing: Which claims.
        sheet: Which page of which order; without, the first, most papers first.
        told: Told how many claims are read, again and again.

    """
    asked = sheet or Sheet()
    spoken = stated(store, narrowing)
    kept: list[Any] = []
    total = 0
    for part in parts_of(stream_claims(store), _PART, told):
        found = ClaimTable.of([part]).narrowed(narrowing, spoken)
        total += len(found)
        best = ClaimTable.of([*kept, found.columns]).first(asked)
        kept = [best.columns]
    return replace(ClaimTable.of(kept).page(asked), total=total)


def stated(store: Store, narrowing: Narrowing) -> frozenset[str]:
    """Name the claims that the documents of a narrowing have evidence of."""
    if not narrowing.documents:
        return frozenset()
    values = {"documents": sorted(set(narrowing.documents))}
    return frozenset(row["claim"] for row in store.stream(cypher("ask/stated_claims"), values))
