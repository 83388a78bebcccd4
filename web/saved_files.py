"""What a saved query tells a program: its answer as CSV and JSON, and what it may be asked."""

import json
from typing import Any

from graph.ask.answers import Table
from graph.ask.saved import SavedAnswer
from graph.ask.saved_file import SavedQuery
from web.saved import choices
from web.spreadsheet import csv_bytes

Json = dict[str, Any]


def as_csv(table: Table) -> bytes:
    """Write a table for a spreadsheet."""
    return csv_bytes(table.columns, table.rows)


def as_json(found: SavedAnswer) -> bytes:
    """Write an answer as JSON."""
    return json.dumps(written(found), ensure_ascii=False, indent=1).encode("utf-8", "replace")


def written(found: SavedAnswer) -> Json:
    """An answer for a program."""
    return {
        "name": found.query.name,
        "title": found.query.title,
        "question": found.query.question,
        "parameters": [_asked(one.parameter.name, one.value, one.said) for one in found.values],
        "columns": list(found.table.columns),
        "rows": [list(row) for row in found.table.rows],
        "truncated": found.table.truncated,
        "reason": found.table.reason,
    }


def described(query: SavedQuery) -> Json:
    """A query with its parameters, for a program that asks what it may ask."""
    return {
        "name": query.name,
        "title": query.title,
        "question": query.question,
        "topic": query.topic,
        "parameters": [
            {
                "name": one.name,
                "type": one.type,
                "help": one.help,
                "default": one.default,
                "choices": list(choices(one)),
                "optional": one.optional,
            }
            for one in query.parameters
        ],
    }


def _asked(name: str, value: str | int, said: str) -> Json:
    return {"name": name, "value": value} | ({"taken": said} if said else {})
