"""Every problem of one row, gathered while its cells are read."""

from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from loaders.claims_table.table import Row
from loaders.rows import Problem

_NEAREST: Final = 3


class Problems:
    """What is wrong with a row so far."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.found: list[Problem] = list(row.problems)

    def add(self, column: str, reason: str, way_out: str) -> None:
        """Say what is wrong with the cell of a column."""
        self.found.append(Problem(self.row.header(column), self.row[column], reason, way_out))


@lru_cache(maxsize=1024)
def nearest(text: str, known: tuple[str, ...]) -> str:
    """Name what a text may have meant: `Nearest: a, b. `, or nothing."""
    found = get_close_matches(text, known, _NEAREST)
    return f"Nearest: {', '.join(found)}. " if found else ""
