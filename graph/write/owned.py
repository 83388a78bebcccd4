"""What a document brought, read back from the graph: the input of replacing and forgetting it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.engine.cypher import cypher
from graph.engine.store import Row, Transaction

# Entities whose claims are looked through at a time for what a database asserted.
_PAGE = 2000


@dataclass(frozen=True, slots=True)
class Owned:
    """What documents brought. Nothing in here is an engine's id.

    Attributes:
        documents: The documents that go; empty when only some of what they brought does.
        evidence: Claim id by evidence id.
        defined, mentioned: Pairs of document and entity.
        cited: The publication's node by document and id as the document gives it.
        asserted: Documents by the id of a claim that they assert or deny.

    """

    documents: tuple[str, ...] = ()
    evidence: dict[str, str] = field(default_factory=dict)
    defined: frozenset[tuple[str, str]] = frozenset()
    mentioned: frozenset[tuple[str, str]] = frozenset()
    cited: dict[tuple[str, str], str] = field(default_factory=dict)
    asserted: dict[str, set[str]] = field(default_factory=dict)

    def entity_ids(self) -> set[str]:
        """Name the entities that may have lost an owner, those of claims apart."""
        return {entity for _, entity in (*self.defined, *self.mentioned)}


def everything(tx: Transaction, documents: Sequence[str]) -> Owned:
    """Read all that some documents brought; only for documents known to be small."""
    defined, mentioned = (_part(tx, kind, documents, -1) for kind in ("defined", "mentioned"))
    asserting = [row["id"] for row in _counted(tx, documents) if row["assertions"]]
    return Owned(
        tuple(documents),
        _claims(_part(tx, "evidence", documents, -1)),
        _pairs(defined),
        _pairs(mentioned),
        _places(_part(tx, "cited", documents, -1)),
        _asserted(tx, asserting),
    )


def next_part(tx: Transaction, document: str, limit: int) -> Owned:
    """Read up to `limit` of what a document brought, evidence first; empty when nothing is left."""
    one = (document,)
    if found := _part(tx, "evidence", one, limit):
        return Owned(evidence=_claims(found))
    if found := _part(tx, "defined", one, limit):
        return Owned(defined=_pairs(found))
    if found := _part(tx, "mentioned", one, limit):
        return Owned(mentioned=_pairs(found))
    return Owned(cited=_places(_part(tx, "cited", one, limit)))


def asserted_page(tx: Transaction, document: str, after: str) -> tuple[Owned, str | None]:
    """Read what a document asserts about a page of subjects.

    Args:
        tx: The transaction that will take it away.
        document: Its id.
        after: The last subject of the page before, "" to begin.

    Returns:
        What it asserts there, and the last subject looked at; None past the end.

    """
    if not any(row["assertions"] for row in _counted(tx, (document,))):
        return Owned(), None
    ids = _subjects(tx, after)
    return Owned(asserted=_of_subjects(tx, ids, {document})), ids[-1] if ids else None


def is_empty(owned: Owned) -> bool:
    """Say whether nothing is left to take away, the documents themselves apart."""
    return not (owned.evidence or owned.defined or owned.mentioned or owned.cited or owned.asserted)


def _claims(rows: list[Row]) -> dict[str, str]:
    return {row["id"]: row["claim"] for row in rows}


def _pairs(rows: list[Row]) -> frozenset[tuple[str, str]]:
    return frozenset((row["document"], row["id"]) for row in rows)


def _places(rows: list[Row]) -> dict[tuple[str, str], str]:
    return {(row["document"], row["id"]): row["publication"] for row in rows}


def _part(tx: Transaction, kind: str, documents: Sequence[str], limit: int) -> list[Row]:
    most = limit if limit >= 0 else 2**31 - 1
    return tx.run(cypher(f"write/owned_{kind}"), {"documents": list(documents), "limit": most})


def _counted(tx: Transaction, documents: Sequence[str]) -> list[Row]:
    return tx.run(cypher("write/owned_counts"), {"documents": list(documents)})


def _asserted(tx: Transaction, documents: Sequence[str]) -> dict[str, set[str]]:
    """Look through all claims, a page of subjects at a time: no index knows who asserted what."""
    found: dict[str, set[str]] = {}
    after = ""
    while documents and (ids := _subjects(tx, after)):
        found |= _of_subjects(tx, ids, set(documents))
        after = ids[-1]
    return found


def _of_subjects(tx: Transaction, ids: list[str], documents: set[str]) -> dict[str, set[str]]:
    rows = tx.run(cypher("write/owned_asserted"), {"ids": ids}) if ids else []
    entries = {row["id"]: (*row["asserted"], *row["denied"]) for row in rows}
    owners = {id_: {entry.rpartition("|")[0] for entry in of} for id_, of in entries.items()}
    return {id_: of & documents for id_, of in owners.items() if of & documents}


def _subjects(tx: Transaction, after: str) -> list[str]:
    rows = tx.run(cypher("write/subjects_after"), {"after": after, "limit": _PAGE})
    return [row["id"] for row in rows]
