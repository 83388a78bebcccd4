"""Claims as a table with entities folded into those above them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from graph.ask.listing import SORTS, ClaimPage, ListedClaim, listed_claims
from graph.ask.rollup import rolled_up
from graph.engine.store import Store
from graph.model.counting import Counts
from graph.model.evidence import CERTAINTIES
from graph.model.identity import ClaimId
from graph.model.narrowing import Narrowing
from graph.model.subgraph import Subgraph

# A table is folded as a whole: of more claims than this, those with most papers.
MOST: Final = 2_000
_NEVER: Final = 9999

Order = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class RolledPage:
    """A page of a folded table.

    Attributes:
        merged: For each claim that is not just a claim of the graph, those it is made from.
        total: How many rows the table has.
        cut: More claims fit than are folded, see `MOST`.

    """

    page: ClaimPage
    merged: Mapping[ClaimId, tuple[ClaimId, ...]]
    total: int
    cut: bool


def rolled_claims(
    store: Store,
    narrowing: Narrowing,
    folded: str,
    sort: str = "papers",
    *,
    descending: bool = True,
    offset: int = 0,
    limit: int = 50,
) -> RolledPage:
    """List claims with their ends folded; what is asked for is asked of the claims inside.

    Args:
        store: The graph.
        narrowing: Which claims go in, before they are folded.
        folded: `rank:family` and its like, or `rank:parent`; see `rolled_up`.
        sort, descending, offset, limit: See `listed_claims`.

    Raises:
        ValueError: `sort` is none of `listing.SORTS`.

    """
    if sort not in SORTS:
        raise ValueError(f"{sort!r} is none of {', '.join(SORTS)}")
    found = listed_claims(store, narrowing, limit=MOST)
    ends = [end for row in found.rows for end in (row.subject, row.object)]
    whole = Subgraph.of(ends, [row.claim for row in found.rows])
    rolled = rolled_up(store, whole, [folded])
    names = {entity.id: entity for entity in rolled.subgraph.entities}
    rows = [
        ListedClaim(one, names[one.claim.subject], names[one.claim.object])
        for one in rolled.subgraph.claims
    ]
    rows.sort(key=lambda row: row.claim.id, reverse=descending)
    rows.sort(key=_key(sort, descending=descending), reverse=descending)
    after = offset + limit
    page = ClaimPage(tuple(rows[offset:after]), offset, after if after < len(rows) else None)
    return RolledPage(page, rolled.merged, len(rows), found.next_offset is not None)


def _key(sort: str, *, descending: bool) -> Callable[[ListedClaim], Order]:
    """Order rows as the engine orders those of a table that is not folded."""
    without = 0 if descending else _NEVER

    def key(row: ListedClaim) -> Order:
        counts, claim = row.claim.counts, row.claim.claim
        words = {"subject": row.subject.name, "object": row.object.name}
        words["predicate"] = claim.predicate
        if sort in words:
            return 0, 0, words[sort]
        return (*_number(sort, counts, len(row.claim.databases), without), "")

    return key


def _number(sort: str, counts: Counts, databases: int, without: int) -> tuple[int, int]:
    papers = counts.papers + counts.refuting_papers
    match sort:
        case "papers":
            return papers, 0
        case "databases":
            return databases, 0
        case "certainty":
            return -CERTAINTIES.index(counts.certainty) if counts.certainty else -_NEVER, 0
        case "agreement":
            order = ("one-sided", "varies", "mixed", "contested")
            return order.index(counts.agreement), papers
        case "first_year" | "last_year":
            year = counts.first_year if sort == "first_year" else counts.last_year
            return (without if year is None else year), 0
        case _:
            return int(getattr(counts, sort)), 0
