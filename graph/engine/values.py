"""What a Bolt driver returns, as JSON's values; known by its shape, so that no driver is needed."""

import base64
from typing import Any

from graph.engine.store import Row


def plain(value: Any) -> Any:
    """Turn a driver's value into JSON's: nodes, relations and paths into maps, times into text."""
    if value is None or isinstance(value, str | int | float):
        return value  # nearly all of them
    if hasattr(value, "iso_format"):  # times; before lists, as a duration is a tuple too
        return value.iso_format()
    match value:
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list() | tuple():  # a spatial point is a tuple: its coordinates
            return [plain(item) for item in value]
        case bytes() | bytearray():
            return base64.b64encode(value).decode("ascii")
    return _of_graph(value)


def _of_graph(value: Any) -> Any:
    if hasattr(value, "relationships"):
        return {"nodes": plain([*value.nodes]), "relations": plain([*value.relationships])}
    if hasattr(value, "labels"):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if hasattr(value, "nodes"):
        return _relation(value)
    return value


def _relation(value: Any) -> Row:
    ends = [None if node is None else node.get("id") for node in value.nodes]
    return {"type": value.type, "from": ends[0], "to": ends[1], "properties": plain(dict(value))}
