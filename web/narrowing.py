"""A narrowing in an address: short keys, values percent-encoded where a comma would part them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import unquote

from graph.errors import RecordError
from graph.model.narrowing import Narrowing

_LISTS: Final = {
    "stance": "stances",
    "certainty": "certainties",
    "predicate": "predicates",
    "category": "categories",
    "nocategory": "hidden_categories",
    "agreement": "agreements",
    "host": "hosts",
    "study": "study_types",
    "document": "documents",
}
_NUMBERS: Final = {"since": "since", "until": "until", "papers": "papers"}
_MOST: Final = 50  # values of a list
_LONGEST: Final = 200


def read_narrowing(query: Mapping[str, str]) -> Narrowing:
    """Read what is asked for from an address; what is malformed is left out."""
    narrowing = Narrowing(text=query.get("text", "")[:_LONGEST])
    for key, name in _LISTS.items():
        for value in query.get(key, "").split(",")[:_MOST]:
            if value:
                narrowing = _with(narrowing, name, (*getattr(narrowing, name), unquote(value)))
    for key, name in _NUMBERS.items():
        text = query.get(key, "")
        if text.isascii() and text.isdigit() and len(text) < 6:  # noqa: PLR2004 - digits of a year
            narrowing = _with(narrowing, name, int(text))
    return narrowing


def narrowing_query(narrowing: Narrowing) -> dict[str, str]:
    """Write what is asked for as query parameters, shortest form; `read_narrowing` reads them."""
    lists = {key: _joined(getattr(narrowing, name)) for key, name in _LISTS.items()}
    numbers = {key: str(getattr(narrowing, name) or "") for key, name in _NUMBERS.items()}
    written = lists | numbers | {"text": narrowing.text}
    return {key: value for key, value in written.items() if value}


def _with(narrowing: Narrowing, name: str, value: Any) -> Narrowing:
    try:
        return replace(narrowing, **{name: value})
    except RecordError:
        return narrowing


def _joined(values: tuple[str, ...]) -> str:
    return ",".join(value.replace("%", "%25").replace(",", "%2C") for value in values)
