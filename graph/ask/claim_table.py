"""Claims in columns, in the order of their ids: narrowed, sorted and paged in milliseconds."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final, Self

from graph.ask.claim_columns import claims_of, parts_of, together
from graph.ask.claim_mask import passing
from graph.ask.claim_order import first_of
from graph.ask.claim_stream import stream_claims
from graph.ask.listed_claim import ClaimPage, Sheet
from graph.engine.store import Store
from graph.model.narrowing import Narrowing

_PART: Final = 5_000  # claims laid in columns at a time; so often progress is told


@dataclass(frozen=True, slots=True, eq=False)
class ClaimTable:
    """Claims with their numbers, and the names and categories of their ends.

    Attributes:
        columns: An Arrow table, a row for each claim; see `graph.ask.claim_columns`.

    """

    columns: Any

    @classmethod
    def of(cls, parts: Iterable[Any]) -> Self:
        """Put tables of different claims together."""
        return cls(together(parts))

    def __len__(self) -> int:
        return int(self.columns.num_rows)

    @property
    def size(self) -> int:
        """Its bytes in memory."""
        return int(self.columns.nbytes)

    def narrowed(self, narrowing: Narrowing, stated: Collection[str] = ()) -> Self:
        """Keep the claims that are asked for.

        Args:
            narrowing: Which claims.
            stated: The ids of the claims that the narrowing's documents have evidence of.

        """
        if narrowing == Narrowing():
            return self
        return type(self)(self.columns.filter(passing(self.columns, narrowing, stated)))

    def first(self, sheet: Sheet) -> Self:
        """Keep the claims of a page and of those before it, in its order."""
        return type(self)(self.columns.take(first_of(self.columns, sheet)))

    def page(self, sheet: Sheet) -> ClaimPage:
        """Read a page."""
        shown = self.columns.take(first_of(self.columns, sheet).slice(sheet.offset))
        return ClaimPage(claims_of(shown), sheet.offset, len(self))


def claim_table(
    store: Store, entity: str = "", told: Callable[[int], None] | None = None
) -> ClaimTable:
    """Read all claims of a graph that count, or those of one entity.

    Args:
        store: The graph.
        entity: The id of the one whose claims are wanted; "" for all claims.
        told: Told how many are read, again and again.

    """
    return ClaimTable.of(parts_of(stream_claims(store, entity), _PART, told))
