"""Mentions: one edge for each document and entity, with every place."""

from collections import Counter
from collections.abc import Iterable, Set

from graph.engine.cypher import cypher
from graph.engine.store import Transaction
from graph.model.entity import Mention
from graph.model.identity import DocumentId, EntityId

Pair = tuple[str, str]


def put(
    tx: Transaction, gone: Set[Pair], come: Iterable[Mention], *, pending: bool
) -> Counter[str]:
    """Take mentions away and write others; returns how many places each document has more.

    Args:
        tx: The transaction.
        gone: Pairs of document and entity whose mentions go.
        come: New mentions, at most one of each document and entity.
        pending: An earlier part of a document may have brought other places of the same entity.

    """
    new = list(come)
    before = _there(tx, new) if pending else []
    pairs = gone | {(one.document, one.entity) for one in before}
    if pairs:
        tx.run(cypher("write/delete_mentions"), {"rows": [_pair(*pair) for pair in sorted(pairs)]})
    after = merged([*before, *new])
    rows = [
        {**_pair(one.document, one.entity), "starts": list(one.starts), "ends": list(one.ends)}
        for one in after
    ]
    if rows:
        tx.run(cypher("write/create_mentions"), {"rows": rows})
    places = Counter[str]()
    for one in after:
        places[one.document] += len(one.starts)
    for one in before:
        places[one.document] -= len(one.starts)
    return places


def merged(mentions: Iterable[Mention]) -> list[Mention]:
    """Make one mention of all of the same document and entity, its places sorted, each once."""
    by_pair: dict[tuple[DocumentId, EntityId], list[Mention]] = {}
    for one in mentions:
        by_pair.setdefault((one.document, one.entity), []).append(one)
    return [_one(some) if len(some) > 1 else some[0] for some in by_pair.values()]


def _one(mentions: list[Mention]) -> Mention:
    places = {pair for one in mentions for pair in zip(one.starts, one.ends, strict=True)}
    starts, ends = zip(*sorted(places), strict=True)
    return Mention(mentions[0].document, mentions[0].entity, starts, ends)


def _there(tx: Transaction, mentions: list[Mention]) -> list[Mention]:
    rows = [_pair(one.document, one.entity) for one in mentions]
    found = tx.run(cypher("write/mentions_there"), {"rows": rows}) if rows else []
    return [
        Mention(
            DocumentId(row["document"]),
            EntityId(row["entity"]),
            tuple(row["starts"]),
            tuple(row["ends"]),
        )
        for row in found
    ]


def _pair(document: str, entity: str) -> dict[str, str]:
    return {"document": document, "entity": entity}
