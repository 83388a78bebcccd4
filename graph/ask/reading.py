"""A document as it is read: its text, where it names entities, and what it states where."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from graph.ask.entities import entities
from graph.ask.sources import documents
from graph.ask.weighed import weigh_evidence
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.errors import NotFound
from graph.model.document import Document
from graph.model.entity import Entity
from graph.model.evidence import Evidence
from graph.model.properties import document_from, evidence_from

# Statements of one page of a table; of a text all are read, but never more than this many pages.
PAGE: Final = 200
_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Named:
    """A place where the text names an entity: `text[start:end]`."""

    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with what was found in it.

    Attributes:
        document: With its text, None for a table.
        statements: In the order of the text; of a table only those of the page asked for.
        total: How many statements there are.
        entities: Every entity that is named or spoken of, by id.
        apart: Ids of the statements that do not count: no finding, rejected, or retracted.

    """

    document: Document
    named: tuple[Named, ...]
    statements: tuple[Evidence, ...]
    total: int
    entities: dict[str, Entity]
    apart: frozenset[str] = frozenset()


def reading(store: Store, document: str, page: int = 1) -> Reading:
    """Read a document with its mentions and statements.

    Args:
        store: The graph.
        document: Its id.
        page: Of the statements of a table, from 1; a text's are read whole.

    Raises:
        NotFound: It is not in the graph; the nearest ids are named.

    """
    rows = store.read(cypher("ask/document_text"), {"document": document})
    if not rows:
        ids = [str(one.document.id) for one in documents(store)]
        raise NotFound(f"Document {document!r}", get_close_matches(document, ids, 3, 0.4))
    text = rows[0]["text"]
    skip, limit = (0, _MOST) if text is not None else ((page - 1) * PAGE, PAGE)
    values = {"document": document, "skip": skip, "limit": limit}
    stated = [
        (evidence_from(row["evidence"], document), row)
        for row in store.read(cypher("ask/document_evidence"), values)
    ]
    statements = tuple(one for one, _ in stated)
    apart = frozenset(str(one.id) for one, row in stated if not weigh_evidence(one, row).counts)
    named = _named(store, document)
    ids_ = {one.entity for one in named}
    ids_ |= {end for one in statements for end in (one.claim.subject, one.claim.object)}
    found = {str(id_): entity for id_, entity in entities(store, ids_).items()}
    total = rows[0]["document"].get("evidence") or 0
    return Reading(document_from(rows[0]["document"], text), named, statements, total, found, apart)


def _named(store: Store, document: str) -> tuple[Named, ...]:
    rows = store.read(cypher("ask/document_mentions"), {"document": document})
    found = {
        Named(row["id"], start, end)
        for row in rows
        for start, end in zip(row["starts"], row["ends"], strict=True)
    }
    return tuple(sorted(found, key=lambda one: (one.start, -one.end, one.entity)))
