"""The differences between the engines that the tests find, and the table that shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tests.engines import ENGINES

HEADER: Final = ("what", "query", *ENGINES)


@dataclass(frozen=True, slots=True)
class Difference:
    """A query that does not do the same on both engines, and what it does on each."""

    what: str
    query: str
    arcadedb: str
    neo4j: str


def table(differences: Iterable[Difference]) -> str:
    """Lay differences out as a Markdown table."""
    rows = [
        (one.what, f"`{one.query}`", one.arcadedb, one.neo4j)
        for one in sorted(differences, key=lambda one: one.what)
    ]
    cells = [HEADER, tuple("---" for _ in HEADER), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in row)} |" for row in cells) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
