"""A stream of records, split at its documents and cut into parts."""

from collections.abc import Iterable, Iterator
from itertools import islice

from graph.errors import RecordError
from graph.model.document import Document
from graph.model.record import Record


def by_document(
    records: Iterable[Record],
) -> Iterator[tuple[Document, Iterator[Record]]]:
    """Split a stream at its documents; what a caller leaves of one is passed over.

    Raises:
        RecordError: A record belongs to no document, or to another than the one before it.

    """
    stream = iter(records)
    upcoming = next(stream, None)
    while upcoming is not None:
        if not isinstance(upcoming, Document):
            raise RecordError(repr(upcoming), ["it comes before any document"])
        rest: list[Document] = []
        brought = _until_document(stream, upcoming.id, rest)
        yield upcoming, brought
        for _ in brought:
            pass
        upcoming = rest[0] if rest else None


def _until_document(
    stream: Iterator[Record], document: str, rest: list[Document]
) -> Iterator[Record]:
    for record in stream:
        if isinstance(record, Document):
            rest.append(record)
            return
        if record.document != document:
            raise RecordError(repr(record), [f"it is not of the document before it, {document!r}"])
        yield record


def parts(records: Iterator[Record], size: int) -> Iterator[list[Record]]:
    """Cut records into lists of `size`; the last may be shorter."""
    while part := list(islice(records, size)):
        yield part
