"""A claims table as rows of named cells, whatever format it is kept in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph.errors import LoadError
from loaders.claims_table.columns import ARMS, column_of, slip
from loaders.rows import Problem

# What lines before the header may say of the table as a whole: `# title: Taxa in MS`.
ABOUT: Final = ("title", "url", "licence", "interest")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what its cells say by column, and how the file calls these columns.

    Attributes:
        line: 1-based line in the file, or row in the sheet.
        problems: What was wrong already as it was read.

    """

    line: int
    cells: Mapping[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def header(self, column: str) -> str:
        """The column as the file names it."""
        return self.headers.get(column, column)


@dataclass(frozen=True, slots=True)
class Table:
    """A table opened: what it says of itself, and its rows as they are read."""

    about: Mapping[str, str]
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True)
class Header:
    """A header line understood: for each cell of a row the column it belongs to, or None."""

    columns: tuple[str | None, ...]
    headers: Mapping[str, str]

    @classmethod
    def of(cls, names: Sequence[str], source: str, line: int) -> "Header":
        """Understand a header line.

        Raises:
            LoadError: A needed column is missing, two mean the same, or one is misspelled.

        """
        found = tuple(column_of(name) for name in names)
        problems = [*_missing(found), *_twice(found), *_misspelled(names, found)]
        if problems:
            raise LoadError(
                source,
                f"{'; '.join(problems)} (the columns are {', '.join(filter(None, names))})",
                "Rename the columns; `gutgraph template` writes a table with all of them.",
                line,
            )
        headers = {column: name for column, name in zip(found, names, strict=True) if column}
        return cls(found, headers)

    def row(self, line: int, cells: Sequence[str]) -> Row | None:
        """Name the cells of a row; None for a blank one."""
        if not any(cell.strip() for cell in cells):
            return None
        beyond = [cell for cell in cells[len(self.columns) :] if cell.strip()]
        problems = tuple(
            Problem("", cell, "stands beyond the last column", "Quote cells that hold separators.")
            for cell in beyond
        )
        named = {
            column: cell.strip()
            for column, cell in zip(self.columns, cells, strict=False)
            if column and cell.strip()
        }
        return Row(line, named, self.headers, problems)


def rows(header: Header, lines: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Row]:
    """Name the cells of every row that is not blank."""
    for line, cells in lines:
        row = header.row(line, cells)
        if row is not None:
            yield row


def about(line: str) -> dict[str, str]:
    """Read a comment before the header: `# licence: CC BY 4.0`; other comments say nothing."""
    key, colon, value = line.strip('"').lstrip("# \t").partition(":")
    known = colon and key.strip().lower() in ABOUT
    return {key.strip().lower(): value.strip(' \t,;"')} if known else {}


def _missing(found: Sequence[str | None]) -> list[str]:
    return [f"There is no column {arm!r}" for arm in ARMS if arm not in found]


def _twice(found: Sequence[str | None]) -> list[str]:
    repeated = {
        column for column in found if column and column != "note" and found.count(column) > 1
    }
    return [f"Two columns mean {column!r}" for column in sorted(repeated)]


def _misspelled(names: Sequence[str], found: Sequence[str | None]) -> list[str]:
    slips = [(name, slip(name)) for name, column in zip(names, found, strict=True) if not column]
    return [f"Column {name!r} is not known; {meant!r} is" for name, meant in slips if meant]
