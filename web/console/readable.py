"""Values of an answer as a person reads them: `(leaky gut :Phenotype)`, `[CAUSES]`, a path."""

import json
from collections.abc import Mapping
from typing import Any, Final

_NODE: Final = {"labels", "properties"}
_RELATION: Final = {"type", "from", "to", "properties"}
_PATH: Final = {"nodes", "relations"}
_GENERAL: Final = "Entity"  # says nothing beside the category's own label
_LONGEST: Final = 60
_NAMES: Final = ("name", "title", "quote", "id")


def is_node(value: Any) -> bool:
    """Say whether a value is a node, as `graph.engine.values` writes one."""
    return isinstance(value, dict) and value.keys() == _NODE


def is_relation(value: Any) -> bool:
    """Say whether a value is a relation."""
    return isinstance(value, dict) and value.keys() == _RELATION


def is_path(value: Any) -> bool:
    """Say whether a value is a path."""
    return isinstance(value, dict) and value.keys() == _PATH


def readable(value: Any) -> Any:
    """Say a value in one cell: numbers and truth values as they are, anything else as text."""
    if value is None or isinstance(value, str | int | float):
        return value
    if is_node(value):
        return _node(value)
    if is_relation(value):
        return f"[:{value['type']}]"  # not as an arrow: spreadsheets take "-" for a formula
    if is_path(value):
        return _path(value)
    if isinstance(value, list) and any(map(_of_graph, value)):
        return ", ".join(str(readable(one)) for one in value)
    return json.dumps(value, ensure_ascii=False)


def _of_graph(value: Any) -> bool:
    return is_node(value) or is_relation(value) or is_path(value)


def _node(node: Mapping[str, Any]) -> str:
    labels = [one for one in node["labels"] if one != _GENERAL] or [_GENERAL]
    return f"({_name(node)} {' '.join(f':{one}' for one in labels)})"


def _name(node: Mapping[str, Any]) -> str:
    held = node["properties"]
    name = next((str(held[key]) for key in _NAMES if held.get(key)), "")
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _path(path: Mapping[str, Any]) -> str:
    """A path as it is walked; an arrow shows each relation's own direction."""
    nodes, relations = path["nodes"], path["relations"]
    if not nodes:
        return ""
    said = f"({_name(nodes[0])})"
    for at, relation in enumerate(relations):
        here, there = nodes[at], nodes[at + 1]
        forward = relation["from"] == here["properties"].get("id")
        arrow = f"-[{relation['type']}]->" if forward else f"<-[{relation['type']}]-"
        said += f"{arrow}({_name(there)})"
    return said
