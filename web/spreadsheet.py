"""Tables as CSV for spreadsheets: marked as UTF-8, and nothing in them is run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

# A spreadsheet takes what begins so for a formula and runs it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """Write a table: a heading, then a line a row; a list becomes one cell, parted by `; `."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([guarded(name) for name in columns])
    writer.writerows([guarded(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def guarded(value: Any) -> Any:
    """Make one cell of a value; what would be run as a formula has an apostrophe before it."""
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA) else text
