"""The BugSigDB loader: its CSV export to a document, taxa with lineage, papers and evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graph.errors import LoadError
from graph.model import vocabulary
from graph.model.document import Document
from graph.model.entity import Definition
from graph.model.identity import DocumentId, EntityId, EvidenceId, PublicationId
from graph.model.publication import Citation
from loaders.base import Source
from loaders.bugsigdb.export import Row, about, recognised, rows
from loaders.bugsigdb.signature import Statement, statements
from loaders.rows import Problem, Read, Rejected, RowsRead

name: Final = "bugsigdb"
version: Final = "1"


def recognises(path: Path, head: bytes) -> bool:
    """Say whether this is a CSV export of BugSigDB, by its header."""
    return path.suffix.lower() == ".csv" and recognised(head.decode("utf-8-sig", "replace"))


def read(source: Source) -> Iterator[Read]:
    """Yield the document, then what each signature brings or why it brings nothing.

    A row of the report is one taxon of one signature in one condition.

    Raises:
        LoadError: The file is not UTF-8, lacks a column or any row, or is broken within a row.

    """
    said = about(source)
    document = Document(
        id=source.id,
        sha256=source.sha256,
        kind="bugsigdb",
        title=said.get("title") or "BugSigDB",
        url=said.get("url", ""),
        licence=said.get("licence", ""),
        loader=name,
        # Names and ids are read with the vocabulary: another one reads the same rows otherwise.
        loader_version=f"{version}-{vocabulary.digest()}",
    )
    yield document
    reading = _Reading(document.id)
    for row in rows(source):
        yield from reading.row(row)
    if not reading.rows:
        raise LoadError(
            str(source.path), "There is no signature in it", "Export some from BugSigDB."
        )
    yield RowsRead(reading.rows)


@dataclass(slots=True)
class _Reading:
    """An export being read: what rows before this one have brought."""

    document: DocumentId
    rows: int = 0
    defined: set[EntityId] = field(default_factory=set)
    cited: set[PublicationId] = field(default_factory=set)
    stated: dict[EvidenceId, int] = field(default_factory=dict)

    def row(self, row: Row) -> Iterator[Read]:
        """Yield what a signature brings."""
        for one in statements(row):
            self.rows += 1
            if isinstance(one, Rejected):
                yield one
            else:
                yield from self._statement(one)

    def _statement(self, one: Statement) -> Iterator[Read]:
        evidence = one.evidence(self.document)
        line = one.row.line
        first = self.stated.setdefault(evidence.id, line)
        if first != line:
            reason = f"stood with {one.taxon.name} in line {first} already"
            problem = Problem("BSDB ID", one.row["BSDB ID"], reason, "Keep one of the two rows.")
            yield Rejected(line, (problem,))
            return
        for entity in (one.taxon, one.condition):
            if entity.id not in self.defined:
                self.defined.add(entity.id)
                yield Definition(entity, self.document)
        if one.publication.id not in self.cited:
            self.cited.add(one.publication.id)
            yield Citation(self.document, one.publication)
        yield evidence
