"""Checking the graph against itself: quotes, counts, owners, ids and its schema."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from graph.engine.cypher import cypher
from graph.engine.schema import missing
from graph.engine.store import Row, Store
from graph.errors import RecordError
from graph.model.claim import Claim
from graph.model.counting import count
from graph.model.evidence import check_quote
from graph.model.properties import claim_from, evidence_from
from graph.model.review import Review
from graph.write.weighed import weighed

_PAGE: Final = 1000
_BROUGHT: Final = ("evidence", "mentions", "citations", "definitions")
_NUMBERS: Final = ("entities", "claims", "evidence", "publications", "documents")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the graph that does not fit: what, where, and how it differs."""

    kind: str
    id: str
    text: str


def check(store: Store) -> list[Problem]:
    """Look for quotes that differ, wrong counts and ids, what dangles, and an old schema."""
    return [
        *_evidence(store),
        *_claims(store),
        *_documents(store),
        *_reviews(store),
        *_dangling(store),
        *_numbers(store),
        *_schema(store),
    ]


def _evidence(store: Store) -> Iterator[Problem]:
    """Compare every quote with its text, and every evidence id with what it is a hash of."""
    for rows in _pages(store, "write/check_evidence"):
        wanted = sorted({row["document"] for row in rows})
        texts = {
            row["document"]: row["text"]
            for row in store.read(cypher("write/check_texts"), {"documents": wanted})
        }
        for row in rows:
            yield from _one_evidence(row, texts)


def _one_evidence(row: Row, texts: dict[str, str]) -> Iterator[Problem]:
    try:
        evidence = evidence_from(row["evidence"], row["document"])
        if evidence.start is not None:
            check_quote(evidence, texts.get(row["document"], ""))
    except RecordError as error:
        yield Problem("evidence", row["id"], "; ".join(error.problems))
        return
    except ValueError as error:
        yield Problem("evidence", row["id"], str(error))
        return
    if evidence.id != row["id"]:
        yield Problem("id", row["id"], f"it should be {evidence.id}")


def _claims(store: Store) -> Iterator[Problem]:
    """Recount every claim, and compare its id with its ends."""
    for rows in _pages(store, "write/check_claims"):
        claims = [claim for row in rows for claim in row["claims"]]
        keys, broken = _keys(claims)
        yield from broken
        opposites = [one.opposite.id for one in keys.values() if one.opposite]
        evidence = weighed(store.read, sorted({*keys, *opposites}))
        for claim in claims:
            if key := keys.get(claim["props"].get("id")):
                yield from _one_claim(claim, key, evidence)
        for row in rows:
            if row["degree"] != row["ends"]:
                yield Problem(
                    "degree", row["id"], f"{row['degree']} is kept, {row['ends']} are there"
                )


def _keys(claims: list[dict[str, Any]]) -> tuple[dict[str, Claim], list[Problem]]:
    """Read the ids of claims; one that cannot be read is a problem."""
    keys: dict[str, Claim] = {}
    broken = []
    for claim in claims:
        id_ = claim["props"].get("id") or ""
        try:
            keys[id_] = Claim.from_id(id_)
        except (ValueError, RecordError) as error:
            where = f"{claim['subject']} {claim['type']} {claim['object']}"
            broken.append(Problem("id", id_, f"no claim id, on {where}: {error}"))
    return keys, broken


def _one_claim(row: dict[str, Any], key: Claim, evidence: dict[str, Any]) -> Iterator[Problem]:
    stored = claim_from(row["props"])
    if (key.subject, key.predicate, key.object) != (row["subject"], row["type"], row["object"]):
        yield Problem("id", key.id, f"it joins {row['subject']} {row['type']} {row['object']}")
    against = evidence.get(key.opposite.id, []) if key.opposite else []
    counted = count(evidence.get(key.id, []), against)
    if counted != stored.counts:
        yield Problem("count", key.id, f"{stored.counts} is kept, {counted} is counted")
    if not (evidence.get(key.id) or stored.asserted_in or stored.denied_in):
        yield Problem("dangling", key.id, "nothing says it")


def _documents(store: Store) -> Iterator[Problem]:
    """Compare what is kept of each whole document with what is there."""
    for rows in _pages(store, "write/check_documents"):
        for row in rows:
            there = {name: row[name] for name in _BROUGHT} | {"mentions": sum(row["mentions"])}
            for name, number in there.items():
                if row["kept"][name] != number:
                    text = f"{row['kept'][name]} {name} are kept, {number} are there"
                    yield Problem("document", row["id"], text)


def _reviews(store: Store) -> Iterator[Problem]:
    """Compare every review's id with what it is a hash of; its evidence may be away."""
    for rows in _pages(store, "write/check_reviews"):
        for row in rows:
            try:
                review = Review.read(row["review"])
            except RecordError as error:
                yield Problem("review", row["id"], "; ".join(error.problems))
                continue
            if review.id != row["id"]:
                yield Problem("id", row["id"], f"it should be {review.id}")


def _dangling(store: Store) -> Iterator[Problem]:
    """Find what should be connected and is not."""
    for row in store.read(cypher("write/check_dangling")):
        yield Problem("dangling", row["id"], row["what"])


def _numbers(store: Store) -> Iterator[Problem]:
    """Compare the numbers kept of the graph with what is there."""
    kept = dict.fromkeys(_NUMBERS, 0)
    for row in store.read(cypher("write/graph")):
        kept = {name: row["props"].get(name) or 0 for name in _NUMBERS}
    found = {row["name"]: row["number"] for row in store.read(cypher("write/check_numbers"))}
    for name in _NUMBERS:
        if kept[name] != found.get(name, 0):
            yield Problem("number", name, f"{kept[name]} is kept, {found.get(name, 0)} are there")


def _schema(store: Store) -> Iterator[Problem]:
    """Find what an older version did not make; whoever writes makes it."""
    for name in missing(store):
        text = "no index, as in a graph of an older version; load anything, and it is made"
        yield Problem("schema", name, text)


def _pages(store: Store, query: str) -> Iterator[list[Row]]:
    """Read a page at a time in the order of the ids, so that memory stays flat."""
    after = ""
    while rows := store.read(cypher(query), {"after": after, "limit": _PAGE}):
        yield rows
        after = rows[-1]["id"]
