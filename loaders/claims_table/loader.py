"""The claims table loader: CSV, TSV, XLSX or JSONL to a document, its citations and evidence."""

import codecs
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Final

from graph.errors import LoadError, RecordError
from graph.model import vocabulary
from graph.model.document import Document
from graph.model.entity import Definition
from graph.model.identity import DocumentId, EntityId, PublicationId, digest, normalise
from graph.model.publication import Citation
from loaders.base import Source
from loaders.claims_table import delimited, json_lines, spreadsheet
from loaders.claims_table.gathered import Gathered, gather
from loaders.claims_table.statement import Statement, refused, statement
from loaders.claims_table.table import Row, Table
from loaders.rows import Problem, Read, Rejected, RowsRead

name: Final = "claims table"
version: Final = "1"

_TEXT: Final[dict[str, ModuleType]] = {
    ".csv": delimited,
    ".tsv": delimited,
    ".jsonl": json_lines,
    ".ndjson": json_lines,
}
_WORKBOOK: Final = ".xlsx"


def recognises(path: Path, head: bytes) -> bool:
    """Say whether this is a workbook, or a text with two of subject, predicate, object in it."""
    suffix = path.suffix.lower()
    if suffix == _WORKBOOK:
        return head.startswith(spreadsheet.MAGIC)
    if suffix not in _TEXT:
        return False
    # A table in UTF-16 is recognised, so that it is refused with the reason.
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = head.decode("utf-16" if wide else "utf-8-sig", "replace")
    return bool(_TEXT[suffix].recognised(text))


def read(source: Source) -> Iterator[Read]:
    """Yield the document, then what each row brings or why it brings nothing.

    Raises:
        LoadError: The file as a whole cannot be read: bytes, header, or no rows at all.
        TooLarge: A workbook unpacks to too much.

    """
    table = _opened(source)
    document = Document(
        id=source.id,
        sha256=source.sha256,
        kind="table",
        title=table.about.get("title") or source.path.stem,
        url=table.about.get("url", ""),
        licence=table.about.get("licence", ""),
        interest=table.about.get("interest", ""),
        loader=name,
        # Names and ids are read with the vocabulary: another one reads the same rows otherwise.
        loader_version=f"{version}-{vocabulary.digest()}",
    )
    yield document
    reading = _Reading(document.id, gather(_opened(source).rows))
    for row in table.rows:
        yield from reading.row(row)
    if not reading.rows:
        raise LoadError(str(source.path), "There is no row below the header", "Fill in a row.")
    yield RowsRead(reading.rows)


def _opened(source: Source) -> Table:
    suffix = source.path.suffix.lower()
    opened: Callable[[Source], Table] = _TEXT.get(suffix, spreadsheet).opened
    return opened(source)


@dataclass(slots=True)
class _Reading:
    """A table being read: what rows before this one have brought."""

    document: DocumentId
    gathered: Gathered
    rows: int = 0
    defined: set[EntityId] = field(default_factory=set)
    cited: set[PublicationId] = field(default_factory=set)
    lines: dict[str, int] = field(default_factory=dict)
    occurrences: Counter[str] = field(default_factory=Counter)

    def row(self, row: Row) -> Iterator[Read]:
        """Yield what a row brings, its evidence last."""
        self.rows += 1
        problems = (*row.problems, *self._repeated(row))
        stated = statement(replace(row, problems=problems), self.gathered)
        if isinstance(stated, Rejected):
            yield stated
            return
        try:
            first = stated.evidence(self.document, 0)
            key = digest(first.claim.id, first.stance, normalise(stated.key))
            evidence = stated.evidence(self.document, self.occurrences[key])
        except RecordError as error:
            yield refused(row, error)
            return
        self.occurrences[key] += 1
        yield from self._brought(stated)
        yield evidence

    def _repeated(self, row: Row) -> Iterator[Problem]:
        """Say whether a row says what an earlier one says, or has its id."""
        whole = digest(*(f"{column}={normalise(row[column])}" for column in sorted(row.cells)))
        first = self.lines.setdefault(whole, row.line)
        if row.cells and first != row.line:
            way_out = "Delete one of them, or give each a row_id."
            yield Problem("", "The row", f"repeats line {first}", way_out)
        elif row["row_id"]:
            owner = self.lines.setdefault(f"row {row['row_id']}", row.line)
            if owner != row.line:
                reason, way_out = f"is the id of line {owner}", "Give each row its own."
                yield Problem(row.header("row_id"), row["row_id"], reason, way_out)

    def _brought(self, stated: Statement) -> Iterator[Read]:
        for end in stated.ends:
            if end.id not in self.defined:
                self.defined.add(end.id)
                yield Definition(end.entity, self.document)
        paper = stated.publication
        if paper is not None and paper.id not in self.cited:
            self.cited.add(paper.id)
            yield Citation(self.document, paper)
