"""What an input would bring: read and checked as for a load, and not written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from graph.engine.store import Store
from graph.errors import LoadError, TooLarge
from graph.model import vocabulary
from graph.model.document import Document
from graph.model.evidence import Evidence
from graph.model.identity import DocumentId, EntityId, PublicationId
from graph.model.known import entities
from graph.model.publication import Publication
from graph.model.record import Record
from graph.write.batch import Batch
from graph.write.outcome import expected
from graph.write.stream import by_document, parts
from graph.write.writer import DocumentReport, Written
from loaders.base import Source
from loaders.rejects import Rejects
from loaders.report import LoadedInput
from loaders.run import read_input

# How many statements a preview shows.
SHOWN: Final = 10
_AT_ONCE: Final = 1000
_READ: Final = "read"


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement of the input, its claim in words: `Akkermansia is increased in MS`."""

    words: str
    stance: str
    certainty: str
    quote: str


@dataclass(frozen=True, slots=True)
class Preview:
    """One input, as a load would report it, and what it says.

    Attributes:
        report: What a load would report; the outcome of a document is `read` until it is
            `compared` with a graph.
        documents: The documents in it, without their texts.
        claims, entities: How many different ones it speaks of; they may be in the graph already.
        statements: The first few.

    """

    report: LoadedInput
    documents: tuple[Document, ...] = ()
    claims: int = 0
    entities: int = 0
    statements: tuple[Stated, ...] = ()

    @property
    def loader(self) -> str:
        """The loader that read it, "" when none did."""
        return self.documents[0].loader if self.documents else ""


def preview(
    given: Path | Source,
    rejects_file: Path | None = None,
    progress: Callable[[Written], None] | None = None,
) -> Preview:
    """Read one input and say what a load of it would bring; what refuses it is in the answer.

    Args:
        given: One file, as `loaders.run.inputs` lists them, or bytes at hand.
        rejects_file: Where rejected rows are written; None means nowhere.
        progress: Told how far the reading is.

    """
    error: LoadError | TooLarge | None = None
    reading = _Reading(progress)
    path = given.path if isinstance(given, Source) else given
    with Rejects(path, rejects_file) as rejects:
        try:
            for document, brought in by_document(read_input(given, rejects)):
                reading.document(document, brought)
            rejects.account(reading.reports)
        except (LoadError, TooLarge) as raised:
            error = raised
    return Preview(
        LoadedInput.of(rejects, () if error else reading.reports, error),
        tuple(reading.documents),
        len(reading.claims),
        len(reading.entities),
        tuple(reading.statements),
    )


def compared(read: Preview, store: Store) -> Preview:
    """Say of each document what a load into this graph would do; it is only read."""
    outcomes = {one.id: expected(store, one) for one in read.documents}
    documents = tuple(
        replace(one, outcome=outcomes[DocumentId(one.document)]) for one in read.report.documents
    )
    return replace(read, report=replace(read.report, documents=documents))


@dataclass(slots=True)
class _Reading:
    """An input being read: of its records only what tells one from another is kept."""

    progress: Callable[[Written], None] | None
    documents: list[Document] = field(default_factory=list)
    reports: list[DocumentReport] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)
    entities: set[EntityId] = field(default_factory=set)
    names: dict[EntityId, str] = field(default_factory=dict)
    statements: list[Stated] = field(default_factory=list)
    records: int = 0

    def document(self, document: Document, brought: Iterator[Record]) -> None:
        """Take a document in, part by part as the writer would."""
        self.documents.append(replace(document, text=None))
        brings = _Brings(document, records=1)
        brings.add(Batch(documents=[document]))
        for part in parts(brought, _AT_ONCE):
            batch = Batch(known=brings.listed)
            batch.add(part)
            brings.add(batch)
            self._add(batch)
            self.records += len(part)
            if self.progress is not None:
                self.progress(Written(document.id, self.records))
        self.reports.append(brings.report())

    def _add(self, batch: Batch) -> None:
        self.claims |= {claim.id for claim in batch.claims()}
        self.entities |= batch.entity_ids()
        if len(self.statements) >= SHOWN:
            return
        self.names |= {id_: one.entity.name for (_, id_), one in batch.definitions.items()}
        for one in list(batch.evidence.values())[: SHOWN - len(self.statements)]:
            self.statements.append(self._stated(one))

    def _stated(self, one: Evidence) -> Stated:
        claim = one.claim
        words = f"{self._name(claim.subject)} {vocabulary.phrase(claim.predicate)} "
        return Stated(words + self._name(claim.object), one.stance, one.certainty, one.quote)

    def _name(self, id_: EntityId) -> str:
        known = entities().get(id_)
        return known.name if known else self.names.get(id_, id_)


@dataclass(slots=True)
class _Brings:
    """What one document brings: what repeats counts once, as in the graph."""

    of: Document
    records: int = 0
    assertions: int = 0
    evidence: set[str] = field(default_factory=set)
    mentions: set[tuple[EntityId, int, int]] = field(default_factory=set)
    definitions: set[EntityId] = field(default_factory=set)
    citations: set[tuple[PublicationId, int]] = field(default_factory=set)
    listed: dict[tuple[str, PublicationId], Publication] = field(default_factory=dict)

    def add(self, batch: Batch) -> None:
        """Take a part in.

        Raises:
            RecordError: Evidence cites what the document does not list.

        """
        self.records += batch.records
        self.assertions += len(batch.assertions)
        self.evidence |= set(batch.evidence)
        for named in batch.mentions.values():
            places = zip(named.starts, named.ends, strict=True)
            self.mentions |= {(named.entity, start, end) for start, end in places}
        self.definitions |= {entity for _, entity in batch.definitions}
        cited = {(one.given, one.number) for one in batch.contributions() if one.own}
        listed = {given for given, _ in self.citations}
        self.citations |= {
            (given, number) for given, number in cited if number or given not in listed
        }
        for one in batch.citations:
            self.listed[one.document, one.publication.id] = one.publication

    def report(self) -> DocumentReport:
        """Count."""
        return DocumentReport(
            self.of.id,
            _READ,
            self.records,
            evidence=len(self.evidence),
            mentions=len(self.mentions),
            citations=len(self.citations),
            definitions=len(self.definitions),
            assertions=self.assertions,
        )
