"""A panel that only says something."""

from collections.abc import Iterable
from typing import Any

Panel = dict[str, Any]


def words_panel(title: str, lines: Iterable[str], commands: Iterable[str] = ()) -> Panel:
    """A panel that only says something."""
    return {
        "kind": "words",
        "id": title,
        "title": title,
        "lines": list(lines),
        "commands": list(commands),
    }
