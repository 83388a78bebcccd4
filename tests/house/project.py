"""The project as files, for the tests of the house."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
ROOMS: Final = ("graph", "loaders", "figures", "archive", "shapes", "web", "agents", "terminal")
DOORS: Final = ("gutgraph.py", "dashboard.py")


def sources() -> list[Path]:
    """Every Python file of the product, without tests."""
    rooms = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return rooms + [ROOT / door for door in DOORS]


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module a file imports, with its line, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module, node.lineno
