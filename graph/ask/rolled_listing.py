"""A table of claims with entities folded into those above them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from graph.ask.claim_table import ClaimTable
from graph.ask.listed_claim import ClaimPage, ListedClaim, Sheet
from graph.ask.rollup import rolled_up
from graph.engine.store import Store
from graph.model.counting import Counts
from graph.model.evidence import CERTAINTIES
from graph.model.identity import ClaimId
from graph.model.subgraph import Subgraph

# A table is folded as a whole: of more claims than this, those with most papers.
MOST: Final = 2_000
_NEVER: Final = 9999

Order = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class RolledClaims:
    """A folded table.

    Attributes:
        rows: All of it, by id.
        merged: For each claim that is not just a claim of the graph, those it is made from.
        cut: More claims are asked for than are folded, see `MOST`.

    """

    rows: tuple[ListedClaim, ...]
    merged: Mapping[ClaimId, tuple[ClaimId, ...]]
    cut: bool

    def page(self, sheet: Sheet) -> ClaimPage:
        """Read a page, in the order that a table which is not folded would have."""
        rows = sorted(self.rows, key=_key(sheet), reverse=sheet.descending)
        shown = rows[sheet.offset : sheet.offset + sheet.limit]
        return ClaimPage(tuple(shown), sheet.offset, len(rows))


def rolled_claims(store: Store, found: ClaimTable, folded: str) -> RolledClaims:
    """Fold a table; what was asked for was asked of the claims inside.

    Args:
        store: The graph.
        found: The claims that are asked for.
        folded: `rank:family` and its like, or `rank:parent`; see `rolled_up`.

    """
    listed = found.page(Sheet(limit=MOST)).rows
    ends = [end for row in listed for end in (row.subject, row.object)]
    whole = Subgraph.of(ends, [row.claim for row in listed])
    rolled = rolled_up(store, whole, [folded])
    names = {entity.id: entity for entity in rolled.subgraph.entities}
    rows = tuple(
        ListedClaim(one, names[one.claim.subject], names[one.claim.object])
        for one in rolled.subgraph.claims
    )
    return RolledClaims(rows, rolled.merged, len(found) > len(listed))


def _key(sheet: Sheet) -> Callable[[ListedClaim], Order]:
    sort, without = sheet.sort, 0 if sheet.descending else _NEVER

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
