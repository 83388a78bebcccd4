"""The answer of a query as a file: CSV, JSON, and text with tabs for the clipboard."""

import json
from typing import Any, Final

from graph.ask.answers import Table
from web.console.desk import Answer
from web.console.readable import readable
from web.spreadsheet import csv_bytes, guarded

MEDIA_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "tsv": "text/plain; charset=utf-8",
}


def written(answer: Answer, suffix: str) -> bytes:
    """Write the table of an answer; a suffix is one of `MEDIA_TYPES`."""
    table = answer.table or Table((), (), truncated=False)
    if suffix == "csv":
        return csv_bytes(table.columns, _cells(table))
    if suffix == "tsv":
        return _tabs(table)
    return json.dumps(_described(answer, table), ensure_ascii=False, indent=1).encode(
        "utf-8", "replace"
    )


def file_name(answer: Answer, suffix: str) -> str:
    """A name that tells what the file is, and orders by time."""
    return f"gutgraph-query-{answer.when:%Y-%m-%d-%H%M%S}.{suffix}"


def _cells(table: Table) -> list[list[Any]]:
    return [[readable(value) for value in row] for row in table.rows]


def _tabs(table: Table) -> bytes:
    """What a spreadsheet takes from the clipboard: a line a row, guarded as a CSV is."""
    rows = [list(table.columns), *_cells(table)]
    lines = ["\t".join(_one_line(value) for value in row) for row in rows]
    return "\n".join(lines).encode("utf-8", "replace")


def _one_line(value: Any) -> str:
    if isinstance(value, str):
        value = " ".join(value.split())  # before it is guarded: a formula may follow a space
    return "" if value is None else str(guarded(value))


def _described(answer: Answer, table: Table) -> dict[str, Any]:
    return {
        "query": answer.question.text,
        "parameters": dict(answer.question.values),
        "asked": answer.when.isoformat(timespec="seconds"),
        "seconds": round(table.seconds, 3),
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "truncated": table.truncated,
        "reason": table.reason,
    }
