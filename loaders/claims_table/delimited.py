"""CSV and TSV: text with separators into a table."""

import csv
from collections.abc import Iterable, Iterator
from typing import Final

from graph.errors import LoadError
from loaders.base import Source
from loaders.claims_table.columns import column_of, looks_like_claims
from loaders.claims_table.table import Header, Table, about, rows

# The first line of the template, whose header comes after long explanations.
MARK: Final = "# Gutgraph claims table"
_SEPARATORS: Final = (",", "\t", ";")


def recognised(head: str) -> bool:
    """Say whether it is a filled-in template, or its first line but comments a header of claims."""
    if head.lstrip(' "').startswith(MARK):
        return True
    first = next((line for line in head.splitlines() if not _is_comment(line)), "")
    return looks_like_claims(_split(first, separator(first)))


def opened(source: Source) -> Table:
    """Open a CSV or TSV file.

    Raises:
        LoadError: It is not UTF-8, or its header cannot be used; while reading rows, a quotation
            mark is not closed.

    """
    text = source.lines()
    said: dict[str, str] = {}
    skipped, first = 0, text.readline()
    while first and _is_comment(first):
        said |= about(first.strip())
        skipped, first = skipped + 1, text.readline()
    mark = separator(first)
    header = Header.of(_split(first, mark), str(source.path), skipped + 1)
    return Table(said, rows(header, _lines(text, mark, source, skipped + 1)))


def separator(header: str) -> str:
    """Choose the separator that makes most known columns of a header line."""
    return max(
        _SEPARATORS, key=lambda mark: sum(1 for name in _split(header, mark) if column_of(name))
    )


def _lines(
    text: Iterable[str], mark: str, source: Source, skipped: int
) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text, delimiter=mark, strict=True)
    line = skipped + 1
    try:
        for cells in reader:
            yield line, cells
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise LoadError(
            str(source.path),
            f"The row that begins here cannot be read ({error})",
            'Close each quotation mark; one inside a quoted cell is written twice ("").',
            line,
        ) from error


def _split(line: str, mark: str) -> list[str]:
    return next(csv.reader([line.strip("\r\n")], delimiter=mark), [])


def _is_comment(line: str) -> bool:
    # A spreadsheet that saves a comment puts it into quotation marks.
    return not line.strip(" \t\r\n,;") or line.lstrip(' "').startswith("#")
