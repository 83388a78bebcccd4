"""A saved query as plain data: its form, and its answer as a table that leads to the canvas."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from graph.ask.saved import SavedAnswer
from graph.ask.saved_file import TOPICS, Parameter, SavedQuery
from graph.errors import RecordError
from graph.model import vocabulary
from graph.model.claim import Claim
from graph.model.identity import is_curie
from graph.model.publication import Publication
from web.leads import canvas_link, page_link
from web.links import publication_addresses
from web.view import ADDRESS_BYTES

Json = dict[str, Any]

_IDS: Final = ("_id", "_ids")


def catalogue(queries: Iterable[SavedQuery]) -> list[Json]:
    """The list that a query is chosen from, by topic."""
    listed = list(queries)
    return [
        {"topic": words, "queries": [_listed(one) for one in listed if one.topic == topic]}
        for topic, words in TOPICS.items()
    ]


def form(query: SavedQuery, given: Mapping[str, str], names: Mapping[str, str]) -> Json:
    """The form of a query.

    Args:
        query: The query.
        given: Values as typed, by parameter.
        names: The names of entities by parameter, where a value is known to be one.

    """
    fields = [
        _field(one, given.get(one.name, one.default), names.get(one.name, ""))
        for one in query.parameters
    ]
    return {
        "name": query.name,
        "title": query.title,
        "question": query.question,
        "fields": fields,
        "cypher": query.text,
    }


def answer(found: SavedAnswer) -> Json:
    """The answer as a table: texts and numbers, and for each row where it is on the canvas."""
    table = found.table
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    every = canvas_link(dict.fromkeys(id_ for row in rows for id_ in _entities(row)))
    told = [_told(row) for row in rows]
    return {
        "columns": [name.replace("_", " ") for name in told[0]] if told else [],
        "rows": [
            {
                "cells": [_cell(name, value) for name, value in cells.items()],
                "link": _row_link(row),
            }
            for row, cells in zip(rows, told, strict=True)
        ],
        "all": every if "?" in every and len(every) < ADDRESS_BYTES else "",
        "cut": table.reason,
        "said": [f"{one.parameter.label}: {one.said}" for one in found.values if one.said],
        "filled": page_link("query", {"cypher": filled_in(found)}),
    }


def filled_in(found: SavedAnswer) -> str:
    """The Cypher with the values in the place of its parameters, for the console."""
    values = {one.parameter.name: _literal(one.value) for one in found.values}
    return re.sub(r"\$(\w+)", lambda name: values[name[1]], found.query.text)


def choices(parameter: Parameter) -> dict[str, str]:
    """What there is to choose from, with the words for it; empty where one types."""
    if parameter.type == "category":
        return {name: row.label for name, row in vocabulary.categories().items()}
    if parameter.type == "predicate":
        return {name: row.phrase for name, row in vocabulary.predicates().items()}
    return {one: one.replace("_", " ") for one in parameter.choices}


def _listed(query: SavedQuery) -> Json:
    link = page_link("query", {"saved": query.name})
    return {"name": query.name, "title": query.title, "question": query.question, "link": link}


def _told(row: Mapping[str, Any]) -> Json:
    """A row for a person: no ids, and a claim, or a way over several, in one piece."""
    told = {name: value for name, value in row.items() if not name.endswith(_IDS)}
    if row.get("way_ids"):
        told |= {"way": _way(row)}
        told.pop("says", None)
    elif {"subject", "says", "object"} <= told.keys():
        claim = f"{told.pop('subject')} {vocabulary.phrase(told.pop('says'))} {told.pop('object')}"
        told = {"claim": claim} | told
    return told


def _way(row: Mapping[str, Any]) -> str:
    """Say a way in the direction in which it is walked, each claim in its own."""
    said = str(row["way"][0])
    for at, (id_, name) in enumerate(zip(row["claim_ids"], row["way"][1:], strict=True)):
        claim = Claim.from_id(id_)
        phrase = vocabulary.phrase(claim.predicate)
        forward = claim.subject == row["way_ids"][at]
        said += f" — {phrase} → {name}" if forward else f" ← {phrase} — {name}"
    return said


def _field(parameter: Parameter, value: str, name: str) -> Json:
    bounds = (parameter.least, parameter.most) if parameter.type == "integer" else ("", "")
    return {
        "name": parameter.name,
        "label": parameter.label,
        "type": parameter.type,
        "help": parameter.help,
        "value": value,
        "shown": name or value,
        "choices": [
            *([{"value": "", "label": "anything"}] if parameter.optional else []),
            *({"value": one, "label": label} for one, label in choices(parameter).items()),
        ],
        "least": bounds[0],
        "most": bounds[1],
    }


def _cell(column: str, value: Any) -> Json:
    """A cell: text, whether it is a number, and where a publication is."""
    link = _publication_link(value) if column == "publication" else ""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return {"text": _words(value), "number": number, "link": link}


def _words(value: Any) -> str:
    """Say a value as a person reads it: relation types by their phrase, lists in one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list | tuple):
        return "; ".join(_words(one) or "–" for one in value)
    text = str(value)
    if text in vocabulary.predicates():
        return vocabulary.phrase(text)
    return text.replace("_", " ") if text == "not_established" else text


def _publication_link(value: Any) -> str:
    kind, _, local = str(value or "").partition(":")
    if kind not in {"PMID", "DOI"}:
        return ""
    try:
        publication = Publication(pmid=local) if kind == "PMID" else Publication(doi=local)
    except RecordError:  # a column of another query may hold anything
        return ""
    return publication_addresses(publication)[0][1]


def _row_link(row: Mapping[str, Any]) -> str:
    ids = _entities(row)
    claims = [one for one in _ids(row) if "~" in one]
    return canvas_link(ids, claims[0] if len(claims) == 1 else "") if ids else ""


def _entities(row: Mapping[str, Any]) -> list[str]:
    """Every entity that a row names, by its own id or as an end of a claim."""
    found: dict[str, None] = {}
    for one in _ids(row):
        if "~" in one:
            claim = Claim.from_id(one)
            found |= dict.fromkeys((str(claim.subject), str(claim.object)))
        elif is_curie(one):
            found[one] = None
    return list(found)


def _ids(row: Mapping[str, Any]) -> list[str]:
    values = [value for name, value in row.items() if name.endswith(_IDS) and value]
    return [str(one) for value in values for one in (value if isinstance(value, list) else [value])]


def _literal(value: str | int) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
