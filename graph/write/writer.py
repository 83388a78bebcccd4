"""Writing records: streamed in batches, a small document in one step, a large one part by part."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from graph.engine.cypher import cypher
from graph.engine.store import Store, Transaction
from graph.model.document import Document
from graph.model.identity import PublicationId
from graph.model.publication import Citation, Publication
from graph.model.record import Record
from graph.write import documents, lease, owned, version
from graph.write.apply import apply
from graph.write.batch import Batch
from graph.write.outcome import is_there, outcome, same
from graph.write.outcome import stored as stored_document
from graph.write.removal import take_away
from graph.write.stream import by_document, parts


@dataclass(frozen=True, slots=True)
class Written:
    """Progress: `records` of the load so far, the document they were of."""

    document: str
    records: int


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of a document.

    Attributes:
        outcome: `loaded`, `replaced` or `unchanged`.
        records: Records read, the document itself included.
        evidence, mentions, citations, definitions, assertions: What is in the graph of it now.

    """

    document: str
    outcome: str
    records: int
    evidence: int = 0
    mentions: int = 0
    citations: int = 0
    definitions: int = 0
    assertions: int = 0


def write_records(
    store: Store,
    records: Iterable[Record],
    batch_size: int,
    progress: Callable[[Written], None] | None = None,
    waiting: lease.Waiting | None = None,
) -> tuple[DocumentReport, ...]:
    """Write a stream of records: each document, then what it brings.

    A document of at most `batch_size` records takes the place of its former version in one
    transaction; a larger one comes in parts, marked as pending, and goes on where it stopped.
    Within a document, citations come before the evidence that rests on them.

    Args:
        store: The graph, through a login that may write.
        records: The stream; it is read as it is written, so that memory stays flat.
        batch_size: Records in one transaction.
        progress: Told after every transaction.
        waiting: Told whom this load waits for, when another one is writing.

    Raises:
        RecordError: The stream breaks the order, or evidence cites what nothing lists.

    """
    with writing(store, waiting) as session:
        return session.write(records, batch_size, progress)


@dataclass(slots=True)
class Writing:
    """One lease, and one change of the graph's version, for any number of streams."""

    store: Store
    lease: lease.Lease
    changes: ExitStack
    begun: bool = False

    def write(
        self,
        records: Iterable[Record],
        batch_size: int,
        progress: Callable[[Written], None] | None = None,
    ) -> tuple[DocumentReport, ...]:
        """Write one stream; see `write_records`. One that fails leaves the next ones to go on."""
        load = _Load(self, batch_size, progress)
        for document, brought in by_document(records):
            load.document(document, brought)
        load.flush()
        return tuple(load.reports)

    def begin(self) -> None:
        """Mark the graph as being changed, before the first change."""
        if not self.begun:
            self.changes.enter_context(version.changing(self.store, self.lease))
        self.begun = True

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Open a transaction that renews the lease."""
        self.begin()
        with self.store.transaction() as tx:
            self.lease.renew(tx)
            yield tx


@contextmanager
def writing(store: Store, waiting: lease.Waiting | None = None) -> Iterator[Writing]:
    """Hold the lease for all that is written in the block; its end writes the graph's version."""
    with lease.hold(store, waiting) as held, ExitStack() as changes:
        session = Writing(store, held, changes)
        if version.left_behind(store):
            session.begin()  # else the mark and the former version stay if nothing is new
        yield session


@dataclass(slots=True)
class _Load:
    """A load under way: small documents are gathered until they fill a transaction."""

    session: Writing
    batch_size: int
    progress: Callable[[Written], None] | None
    reports: list[DocumentReport] = field(default_factory=list)
    gathered: Batch = field(default_factory=Batch)
    replaced: list[str] = field(default_factory=list)
    outcomes: list[tuple[str, str, int]] = field(default_factory=list)
    records: int = 0

    def document(self, document: Document, brought: Iterator[Record]) -> None:
        """Take a document in."""
        if any(one.id == document.id for one in self.gathered.documents):
            self.flush()
        stored = self._stored(document.id)
        if is_there(stored, document):
            self._report(document.id, "unchanged", 1 + sum(1 for _ in brought))
            return
        first = list(islice(brought, self.batch_size + 1))
        small = len(first) <= self.batch_size and _size(stored) <= self.batch_size
        if small and not stored.get("pending"):
            self._gather(document, first, stored)
        else:
            self.flush()
            self._in_parts(document, chain(first, brought), stored)

    def flush(self) -> None:
        """Write the documents gathered, in one transaction."""
        if not self.gathered.documents:
            return
        with self.session.transaction() as tx:
            apply(tx, owned.everything(tx, self.replaced), self.gathered)
        self._tell(self.gathered.documents[-1].id, self.gathered.records)
        outcomes, self.outcomes = self.outcomes, []
        self.gathered, self.replaced = Batch(), []
        for document, what, records in outcomes:
            self._report(document, what, records)

    def _gather(self, document: Document, brought: list[Record], stored: dict[str, Any]) -> None:
        if self.gathered.records + len(brought) > self.batch_size:
            self.flush()
        self.gathered.add((document, *brought))
        if stored:
            self.replaced.append(document.id)
        self.outcomes.append((document.id, outcome(stored), 1 + len(brought)))

    def _in_parts(
        self, document: Document, brought: Iterator[Record], stored: dict[str, Any]
    ) -> None:
        """Write a large document, or go on with one whose load had stopped."""
        done = stored.get("written", 0) if stored.get("pending") and same(stored, document) else 0
        if not done:
            if stored:
                self.session.begin()
                take_away(self.session.store, self.session.lease, document.id, self.batch_size)
            self._write_part(Batch(documents=[document], records=1), 0)
        known = {}
        for record in islice(brought, done):
            known.update(_listed((record,)))
        written = done
        for part in parts(brought, self.batch_size):
            known.update(_listed(part))
            written += len(part)
            batch = Batch(known=known)
            batch.add(part)
            self._write_part(batch, written, document.id)
        with self.session.transaction() as tx:
            documents.finish(tx, document.id)
        self._report(document.id, outcome(stored), 1 + written)

    def _write_part(self, batch: Batch, written: int, document: str = "") -> None:
        id_ = document or batch.documents[0].id
        with self.session.transaction() as tx:
            apply(tx, owned.Owned(), batch, pending=True)
            tx.run(cypher("write/written"), {"id": id_, "written": written})
        self._tell(id_, batch.records)

    def _tell(self, document: str, records: int) -> None:
        self.records += records
        if self.progress is not None:
            self.progress(Written(document, self.records))

    def _stored(self, id_: str) -> dict[str, Any]:
        return stored_document(self.session.store, id_)

    def _report(self, document: str, outcome: str, records: int) -> None:
        counts = {name: self._stored(document)[name] for name in documents.COUNTED}
        self.reports.append(DocumentReport(document, outcome, records, **counts))


def _listed(records: Iterable[Record]) -> dict[tuple[str, PublicationId], Publication]:
    return {
        (one.document, one.publication.id): one.publication
        for one in records
        if isinstance(one, Citation)
    }


def _size(stored: dict[str, Any]) -> int:
    return sum(stored.get(name, 0) for name in documents.COUNTED)
