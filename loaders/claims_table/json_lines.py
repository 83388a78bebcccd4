"""JSONL: an object a line into a table."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from loaders.base import Source
from loaders.claims_table.columns import column_of, looks_like_claims, slip
from loaders.claims_table.table import ABOUT, Row, Table
from loaders.rows import Problem

_KEY: Final = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:')
_ENTITY: Final = {"id": "", "name": "_name", "category": "_category"}


def recognised(head: str) -> bool:
    """Say whether the first objects have the keys of claims."""
    return head.lstrip().startswith("{") and looks_like_claims(_KEY.findall(head))


def opened(source: Source) -> Table:
    """Open a JSONL file; a first object with `about` alone says what the table is.

    Raises:
        LoadError: It is not UTF-8.

    """
    lines = source.lines("\n")
    line = next(lines, "")
    first = _parsed(line)
    said = first.get("about") if isinstance(first, dict) and set(first) == {"about"} else None
    if not isinstance(said, dict) or not _whole(said):
        return Table({}, _rows(chain((line,), lines), 1))
    return Table({key: str(said[key]) for key in ABOUT if key in said}, _rows(lines, 2))


def _rows(lines: Iterable[str], start: int) -> Iterator[Row]:
    for number, line in enumerate(lines, start):
        if line.strip():
            yield _row(number, line.removesuffix("\n"))


def _row(number: int, line: str) -> Row:
    loaded = _parsed(line)
    if not isinstance(loaded, dict):
        way_out = 'Write one object a line, for example {"subject": "MS", ...}.'
        return Row(number, {}, {}, (Problem("", line[:80], "is no JSON object", way_out),))
    if not _whole(loaded):
        way_out = "Write the character itself, or both halves of its escape."
        return Row(number, {}, {}, (Problem("", line[:80], "has half a character", way_out),))
    cells: dict[str, str] = {}
    headers: dict[str, str] = {}
    problems: list[Problem] = []
    for key, value in _flat(loaded).items():
        column = column_of(key)
        text = _text(value)
        if column is None:
            problems += _misspelled(key)
        elif text is None:
            problems.append(Problem(key, str(value)[:80], "is no single value", "Write a text."))
        elif column in headers and column != "note":
            reason = f"means the same as {headers[column]!r}"
            problems.append(Problem(key, text, reason, "Give one of them."))
        elif text:
            cells[column] = text
            headers[column] = key
    return Row(number, cells, headers, tuple(problems))


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _whole(loaded: object) -> bool:
    """JSON can escape half a character (a lone surrogate); no text can hold one."""
    try:
        json.dumps(loaded, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Lay out an entity given as an object: `{"id": …, "name": …}` into its columns."""
    flat: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, dict) and column_of(key) in {"subject", "object"}:
            flat |= {f"{column_of(key)}{end}": value.get(part) for part, end in _ENTITY.items()}
        else:
            flat[key] = value
    return flat


def _text(value: object) -> str | None:
    """Write a value as a cell; None for what is no single value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    return str(value).strip() if isinstance(value, str | int | float) else None


def _misspelled(key: str) -> list[Problem]:
    meant = slip(key)
    if meant is None:
        return []
    return [Problem(key, "", f"is no column; {meant!r} is", "Rename the key.")]
