"""How answers are printed: JSON for programs, tables for people."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

_PIPE_WIDTH: Final = 240


def print_json(value: object) -> None:
    """Print a value as JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_json_lines(values: Iterable[object]) -> None:
    """Print one JSON object a line."""
    for value in values:
        print(json.dumps(value, ensure_ascii=False, default=str))


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], empty: str = "Nothing found."
) -> None:
    """Print a table; text of the graph is shown as it is, never as markup."""
    listed = list(rows)
    if not listed:
        print_text(empty)
        return
    table = Table(*columns, box=None, header_style="bold", pad_edge=False)
    for row in listed:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    _console().print(table)


def print_text(text: str, style: str = "") -> None:
    """Print a line of text, left whole so that it can be searched, never as markup."""
    Console(highlight=False, soft_wrap=True).print(Text(text, style=style))


def note(text: str) -> None:
    """Print a line for the person on standard error, out of the way of pipes."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(Text(text))


def _console() -> Console:
    """The terminal at its width; a pipe has none, and is given room for whole rows."""
    console = Console()
    return console if console.is_terminal else Console(width=_PIPE_WIDTH)
