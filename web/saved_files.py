"""The answer of a saved query as files: CSV for a spreadsheet, JSON for a program."""

import json

from graph.ask.answers import Table
from graph.ask.saved import SavedAnswer
from shapes.saved import answer_shape
from web.spreadsheet import csv_bytes


def as_csv(table: Table) -> bytes:
    """Write a table for a spreadsheet."""
    return csv_bytes(table.columns, table.rows)


def as_json(found: SavedAnswer) -> bytes:
    """Write an answer as JSON."""
    return json.dumps(answer_shape(found).written(), ensure_ascii=False, indent=1).encode(
        "utf-8", "replace"
    )
