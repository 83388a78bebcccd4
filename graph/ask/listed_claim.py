"""A row of a table of claims, a page of them, and what they can be sorted by."""

from dataclasses import dataclass
from typing import Final

from graph.errors import TooLarge
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.subgraph import CountedClaim

# What a listing can be sorted by; ties go by the claims' ids.
SORTS: Final = (
    "papers",
    "refuting_papers",
    "supports",
    "refutes",
    "mentions",
    "databases",
    "certainty",
    "agreement",
    "first_year",
    "last_year",
    "subject",
    "predicate",
    "object",
)
LONGEST_PAGE: Final = 10_000


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A row of the table; the ends have their id, name and category only."""

    claim: CountedClaim
    subject: Entity
    object: Entity

    @property
    def phrase(self) -> str:
        """The predicate in words."""
        return vocabulary.phrase(self.claim.claim.predicate)


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A page of claims.

    Attributes:
        total: How many claims are asked for, on all pages.

    """

    rows: tuple[ListedClaim, ...]
    offset: int
    total: int

    @property
    def next_offset(self) -> int | None:
        """Where the next page begins; None on the last."""
        after = self.offset + len(self.rows)
        return after if self.rows and after < self.total else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Which page of which order.

    Attributes:
        sort: One of `SORTS`; certainty and agreement by their rank, `papers` for and against.
        descending: The largest first.
        offset: 0, or the `next_offset` of the page before.
        limit: The most rows.

    Raises:
        ValueError: `sort` is none of `SORTS`.
        TooLarge: The page is longer than one may be.

    """

    sort: str = "papers"
    descending: bool = True
    offset: int = 0
    limit: int = 50

    def __post_init__(self) -> None:
        if self.sort not in SORTS:
            raise ValueError(f"{self.sort!r} is none of {', '.join(SORTS)}")
        if self.limit > LONGEST_PAGE:
            raise TooLarge(
                f"A page of {self.limit:,} claims is asked for; the limit is {LONGEST_PAGE:,}. "
                "Ask for the pages one by one."
            )
