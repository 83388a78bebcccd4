"""Claims as a table: narrowed, in an order, a page at a time."""

from dataclasses import dataclass
from typing import Any, Final

from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.errors import TooLarge
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.naming import words
from graph.model.narrowing import Narrowing
from graph.model.properties import claim_from
from graph.model.subgraph import CountedClaim
from graph.model.weighing import host_class

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
# The engine finds names that hold the words anywhere, so some of what it gives is not asked for.
_SPARE: Final = 5


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
        next_offset: Where the next page begins; None on the last.

    """

    rows: tuple[ListedClaim, ...]
    offset: int
    next_offset: int | None


def listed_claims(
    store: Store,
    narrowing: Narrowing,
    sort: str = "papers",
    *,
    descending: bool = True,
    offset: int = 0,
    limit: int = 50,
) -> ClaimPage:
    """List the claims that are asked for and that something counts for.

    Args:
        store: The graph.
        narrowing: Which claims.
        sort: One of `SORTS`; certainty and agreement by their rank, `papers` for and against.
        descending: The largest first.
        offset: 0, or the `next_offset` of the page before.
        limit: The most rows.

    Raises:
        ValueError: `sort` is none of `SORTS`.
        TooLarge: The page is longer than one may be.

    """
    if sort not in SORTS:
        raise ValueError(f"{sort!r} is none of {', '.join(SORTS)}")
    if limit > LONGEST_PAGE:
        raise TooLarge(
            f"A page of {limit:,} claims is asked for; the limit is {LONGEST_PAGE:,}. "
            "Ask for the pages one by one."
        )
    text = cypher("ask/listed_claims")
    if not descending:
        text = text.replace("rank DESC", "rank ASC")
    values = _values(store, narrowing) | {"sort": sort, "descending": descending}
    at_once = (limit + 1) * (_SPARE if narrowing.text else 1)
    rows: list[ListedClaim] = []
    place = offset
    while True:
        found = store.read(text, values | {"offset": place, "limit": at_once})
        for row in found:
            listed = _listed(row)
            if narrowing.passes(listed.claim, listed.subject, listed.object):
                if len(rows) == limit:
                    return ClaimPage(tuple(rows), offset, place)
                rows.append(listed)
            place += 1
        if len(found) < at_once:
            return ClaimPage(tuple(rows), offset, None)


def _values(store: Store, narrowing: Narrowing) -> dict[str, Any]:
    documents = list(narrowing.documents)
    stated = store.read(cypher("ask/stated_claims"), {"documents": documents}) if documents else []
    return {
        "agreements": list(narrowing.agreements),
        "certainties": list(narrowing.certainties),
        "papers": narrowing.papers,
        "predicates": list(narrowing.predicates),
        "stances": list(narrowing.stances),
        "since": narrowing.since,
        "until": narrowing.until,
        "by_host": bool(narrowing.hosts),
        "hosts": _hosts(store, narrowing),
        "study_types": list(narrowing.study_types),
        "categories": list(narrowing.categories),
        "hidden_categories": list(narrowing.hidden_categories),
        "parts": list(words(narrowing.text)),
        "documents": documents,
        "stated": {row["claim"]: True for row in stated},
    }


def _hosts(store: Store, narrowing: Narrowing) -> list[str]:
    """Name the hosts, as the graph has them, that are asked for or whose class is."""
    if not narrowing.hosts:
        return []
    asked = set(narrowing.hosts)
    written = (row["host"] for row in store.read(cypher("ask/claim_hosts")))
    return [host for host in written if asked & {host, host_class(host)}]


def _listed(row: Row) -> ListedClaim:
    counted = claim_from(row["claim"])
    return ListedClaim(
        counted,
        _end(counted.claim.subject, row["subject"], row["subject_category"]),
        _end(counted.claim.object, row["object"], row["object_category"]),
    )


def _end(id_: EntityId, name: str, category: str) -> Entity:
    return Entity(id_, name, category)
