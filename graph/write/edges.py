"""The edges of claims in the store: locked, created, written and taken away, a query a predicate.

`sides` says of each claim whether its edge is looked for at its object, as the subject is busier.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph.engine.cypher import cypher, with_type
from graph.engine.store import Row, Transaction
from graph.model.claim import Claim
from graph.model.properties import claim_properties
from graph.model.subgraph import CountedClaim

Group = tuple[str, bool]


def lock(tx: Transaction, claims: Mapping[str, Claim], sides: Mapping[str, bool]) -> dict[str, Row]:
    """Set a property on each edge before anything is read: that takes its lock on every engine."""
    edges: dict[str, Row] = {}
    rows = [
        {"id": id_, "subject": one.subject, "object": one.object} for id_, one in claims.items()
    ]
    for (predicate, turned), group in _groups(rows, claims, sides).items():
        text = with_type(cypher(_sided("write/claim_lock", turned=turned)), predicate)
        edges.update({row["id"]: row for row in tx.run(text, {"rows": group})})
    return edges


def merge(
    tx: Transaction, drafts: Mapping[str, CountedClaim], sides: Mapping[str, bool]
) -> dict[str, Row]:
    """Create the edges that are missing as they are drafted; lock and return the others."""
    edges: dict[str, Row] = {}
    keys = {id_: one.claim for id_, one in drafts.items()}
    rows = [_row(id_, one) for id_, one in drafts.items()]
    for (predicate, turned), group in _groups(rows, keys, sides).items():
        joining = [row for row in group if row["subject"] != row["object"]]
        looping = [row for row in group if row["subject"] == row["object"]]
        for name, part in (
            (_sided("write/claim_merge", turned=turned), joining),
            ("write/claim_merge_itself", looping),
        ):
            if part:
                found = tx.run(with_type(cypher(name), predicate), {"rows": part})
                edges.update({row["id"]: row for row in found})
    return edges


def write(tx: Transaction, claims: Mapping[str, CountedClaim], sides: Mapping[str, bool]) -> None:
    """Write what was counted on edges that are there, and let go of their locks."""
    keys = {id_: one.claim for id_, one in claims.items()}
    rows = [_row(id_, one, lock=None) for id_, one in claims.items()]
    for (predicate, turned), group in _groups(rows, keys, sides).items():
        text = with_type(cypher(_sided("write/claim_set", turned=turned)), predicate)
        tx.run(text, {"rows": group})


def delete(tx: Transaction, claims: Mapping[str, Claim], sides: Mapping[str, bool]) -> None:
    """Take edges away."""
    rows = [
        {"id": id_, "subject": one.subject, "object": one.object} for id_, one in claims.items()
    ]
    for (predicate, turned), group in _groups(rows, claims, sides).items():
        text = with_type(cypher(_sided("write/claim_delete", turned=turned)), predicate)
        tx.run(text, {"rows": group})


def _row(id_: str, claim: CountedClaim, **more: None) -> dict[str, Any]:
    ends = {"subject": claim.claim.subject, "object": claim.claim.object}
    return {"id": id_, **ends, "props": {**claim_properties(claim), **more}}


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
