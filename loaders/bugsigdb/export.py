"""The CSV export of BugSigDB: its first line, its columns, a signature a row."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from graph.errors import LoadError
from loaders.base import Source

# Columns that must be there: without them a signature says nothing.
NEEDED: Final = (
    "BSDB ID", "PMID", "Host species", "Body site", "Condition", "EFO ID", "Group 0 name",
    "Group 1 name", "Abundance in Group 1", "MetaPhlAn taxon names", "NCBI Taxonomy IDs",
)  # fmt: skip
_BLANK: Final = frozenset({"", "NA", "N/A"})
_FIRST: Final = re.compile(
    r"#\s*(?P<title>BugSigDB[^,]*)(?:,\s*License:\s*(?P<licence>[^,]*))?(?:,\s*URL:\s*(?P<url>\S+))?"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A signature as the export has it; blank cells and `NA` read as "".

    Attributes:
        line: 1-based line on which the row begins.

    """

    line: int
    cells: Mapping[str, str | None]

    def __getitem__(self, column: str) -> str:
        text = (self.cells.get(column) or "").strip()
        return "" if text in _BLANK else text

    def joined(self, separator: str, *columns: str) -> str:
        """Join the cells that are not blank, each once."""
        return separator.join(dict.fromkeys(self[one] for one in columns if self[one]))


def recognised(head: str) -> bool:
    """Say whether the header of a BugSigDB export is among the first lines."""
    return any(
        line.lstrip('"').startswith("BSDB ID") and "Abundance in Group 1" in line
        for line in head.splitlines()[:3]
    )


def about(source: Source) -> dict[str, str]:
    """Read title, licence and address from the first line, as far as it has them.

    Raises:
        LoadError: The file is empty, binary, or not UTF-8.

    """
    found = _FIRST.match(source.lines().readline().strip())
    return {key: value.strip() for key, value in found.groupdict("").items()} if found else {}


def rows(source: Source) -> Iterator[Row]:
    """Yield the signatures.

    Raises:
        LoadError: The file is no text, a needed column is missing, or a quotation mark is not
            closed.

    """
    lines = source.lines()
    skipped, first = 0, lines.readline()
    while first.startswith("#"):
        skipped, first = skipped + 1, lines.readline()
    reader = csv.DictReader(chain((first,), lines), strict=True)
    line = skipped + 1
    try:
        _check(reader.fieldnames or (), source)
        line = skipped + reader.line_num + 1
        for cells in reader:
            yield Row(line, cells)
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise LoadError(
            str(source.path),
            f"The row that begins here cannot be read ({error})",
            "Download the export anew.",
            line,
        ) from error


def _check(names: object, source: Source) -> None:
    there = set(names) if isinstance(names, list | tuple) else set()
    missing = [name for name in NEEDED if name not in there]
    if missing:
        raise LoadError(
            str(source.path),
            f"The export has no column {', '.join(map(repr, missing))}",
            "Take full_dump.csv as BugSigDB exports it.",
        )
