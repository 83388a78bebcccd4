"""Claims: their edges are locked, their evidence read, counted and written, in one transaction."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from graph.engine.cypher import cypher, with_type
from graph.engine.store import Row, Transaction
from graph.model.claim import Assertion, Claim
from graph.model.counting import Weighed, count
from graph.model.properties import claim_properties
from graph.model.subgraph import CountedClaim
from graph.write.weighed import weighed

Group = tuple[str, bool]


@dataclass(slots=True)
class Recounted:
    """What became of the claims touched.

    Attributes:
        created, deleted: Edges more and less.
        degrees: By entity, how many claims it has more.
        loose: The ends of deleted edges.

    """

    created: int = 0
    deleted: int = 0
    degrees: Counter[str] = field(default_factory=Counter)
    loose: set[str] = field(default_factory=set)


def recount(
    tx: Transaction,
    touched: Set[str],
    gone: Mapping[str, Set[str]],
    come: Iterable[Assertion],
) -> Recounted:
    """Bring the edges of claims, and of their opposites, in line with their evidence.

    Args:
        tx: The transaction; the entities of the claims are there.
        touched: Ids of claims whose evidence or publications changed.
        gone: Documents that assert or deny a claim no more, by claim id.
        come: New assertions.

    """
    arrived: dict[str, list[Assertion]] = defaultdict(list)
    for one in come:
        arrived[one.claim.id].append(one)
    own: dict[str, Claim] = {id_: Claim.from_id(id_) for id_ in {*touched, *gone, *arrived}}
    if not own:
        return Recounted()
    opposites: dict[str, Claim] = {
        one.id: one
        for one in (claim.opposite for claim in own.values())
        if one and one.id not in own
    }
    sides = _low_ends(tx, own | opposites)
    edges = _lock(tx, own, sides, "write/claim_lock")
    edges |= _lock(tx, opposites, sides, "write/claim_lock_existing")
    evidence = weighed(tx.run, sorted({*own, *opposites}))
    found = Recounted()
    keep: dict[str, CountedClaim] = {}
    drop: dict[str, Claim] = {}
    for id_, edge in edges.items():
        claim = own.get(id_) or opposites[id_]
        counted = _counted(claim, edge, evidence, gone.get(id_, set()), arrived[id_])
        lasts = bool(evidence.get(id_) or counted.asserted_in or counted.denied_in)
        if lasts:
            keep[id_] = counted
        else:
            drop[id_] = claim
        _tally(found, claim, fresh=edge["fresh"], lasts=lasts)
    _write(tx, keep, sides)
    _delete(tx, drop, sides)
    return found


def _counted(
    claim: Claim,
    edge: Row,
    evidence: Mapping[str, list[Weighed]],
    gone: Set[str],
    arrived: Iterable[Assertion],
) -> CountedClaim:
    opposite = claim.opposite
    against = evidence.get(opposite.id, []) if opposite else []
    entries = {
        denied: {entry for entry in edge[name] or () if entry.rpartition("|")[0] not in gone}
        for denied, name in ((False, "asserted_in"), (True, "denied_in"))
    }
    for one in arrived:
        entries[one.denied].add(one.key)
    return CountedClaim(
        claim,
        count(evidence.get(claim.id, ()), against),
        tuple(sorted(entries[False])),
        tuple(sorted(entries[True])),
    )


def _tally(found: Recounted, claim: Claim, *, fresh: bool, lasts: bool) -> None:
    ends = {claim.subject, claim.object}
    if fresh and lasts:
        found.created += 1
        found.degrees.update(ends)
    if not fresh and not lasts:
        found.deleted += 1
        found.degrees.subtract(ends)
    if not lasts:
        found.loose |= ends


def _low_ends(tx: Transaction, claims: Mapping[str, Claim]) -> dict[str, bool]:
    """Say for each claim whether its object has the fewer claims: that end is written first.

    One of the engines walks the adjacency of the node that a MERGE names first (ENGINE_NOTES 1).
    """
    ends = sorted({end for claim in claims.values() for end in (claim.subject, claim.object)})
    degrees = Counter(
        {row["id"]: row["degree"] for row in tx.run(cypher("write/degrees"), {"ids": ends})}
    )
    for claim in claims.values():
        degrees.update((claim.subject, claim.object))
    return {id_: degrees[claim.object] < degrees[claim.subject] for id_, claim in claims.items()}


def _lock(
    tx: Transaction, claims: Mapping[str, Claim], sides: Mapping[str, bool], query: str
) -> dict[str, Row]:
    """Set a property on each edge before anything is read: that takes its lock on every engine."""
    edges: dict[str, Row] = {}
    rows = [
        {"id": id_, "subject": one.subject, "object": one.object} for id_, one in claims.items()
    ]
    for (predicate, turned), group in _groups(rows, claims, sides).items():
        text = with_type(cypher(_sided(query, turned=turned)), predicate)
        edges.update({row["id"]: row for row in tx.run(text, {"rows": group})})
    return edges


def _write(tx: Transaction, claims: Mapping[str, CountedClaim], sides: Mapping[str, bool]) -> None:
    rows = [
        {
            "id": id_,
            "subject": one.claim.subject,
            "object": one.claim.object,
            "props": {**claim_properties(one), "lock": None},
        }
        for id_, one in claims.items()
    ]
    keys = {id_: one.claim for id_, one in claims.items()}
    for (predicate, turned), group in _groups(rows, keys, sides).items():
        text = with_type(cypher(_sided("write/claim_set", turned=turned)), predicate)
        tx.run(text, {"rows": group})


def _delete(tx: Transaction, claims: Mapping[str, Claim], sides: Mapping[str, bool]) -> None:
    rows = [
        {"id": id_, "subject": one.subject, "object": one.object} for id_, one in claims.items()
    ]
    for (predicate, turned), group in _groups(rows, claims, sides).items():
        text = with_type(cypher(_sided("write/claim_delete", turned=turned)), predicate)
        tx.run(text, {"rows": group})


def _groups(
    rows: Iterable[dict[str, Any]], claims: Mapping[str, Claim], sides: Mapping[str, bool]
) -> dict[Group, list[dict[str, Any]]]:
    """Group rows by what a query's text must say, each group in the order of the ids."""
    groups: dict[Group, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: str(row["id"])):
        groups[claims[row["id"]].predicate, sides[row["id"]]].append(row)
    return dict(sorted(groups.items()))


def _sided(query: str, *, turned: bool) -> str:
    return f"{query}_from_object" if turned else query
