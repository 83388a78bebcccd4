"""Whether two graphs hold the same entities, claims, evidence and edges between them."""

import json
from collections.abc import Mapping
from typing import Any

from graph.engine.cypher import cypher
from graph.engine.store import Store

Size = dict[str, int]

_NODES = "MATCH (n:{label}) RETURN count(n) AS number"
_EDGES = "MATCH (:{start})-[r:{type}]->(:{end}) RETURN count(r) AS number"
_LABELS = ("Entity", "Evidence", "Document")
_TYPES = (
    ("Entity", "AFFECTS", "Entity"),
    ("Evidence", "SUBJECT", "Entity"),
    ("Evidence", "OBJECT", "Entity"),
    ("Evidence", "FOUND_IN", "Document"),
    ("Document", "DEFINES", "Entity"),
)
# Of the load itself, and of who loads, the bare driver writes nothing.
_KINDS = frozenset(_LABELS)
_APART = frozenset({"loaded_at"})


def size(store: Store) -> Size:
    """Count the nodes of each kind and the edges of each type."""
    queries = {label: _NODES.format(label=label) for label in _LABELS}
    queries |= {
        type_: _EDGES.format(start=start, type=type_, end=end) for start, type_, end in _TYPES
    }
    return {name: store.read(query)[0]["number"] for name, query in queries.items()}


def compare(ours: Store, other: Store) -> None:
    """Compare every node, edge and property.

    Raises:
        ValueError: Something differs; the first differences are named.

    """
    differences(contents(ours), contents(other))


def differences(one: frozenset[str], two: frozenset[str]) -> None:
    """Compare what two graphs hold.

    Raises:
        ValueError: Something differs; the first differences are named.

    """
    if one != two:
        lines = [f"only ours: {text}" for text in sorted(one - two)[:3]]
        lines += [f"only the bare driver's: {text}" for text in sorted(two - one)[:3]]
        raise ValueError("The graphs differ; " + "; ".join(lines))


def contents(store: Store) -> frozenset[str]:
    """Read every node and edge with its properties, each as a text."""
    nodes = (
        _text(row["kind"], row["props"])
        for row in store.stream(cypher("write/all_nodes"))
        if row["kind"] in _KINDS
    )
    edges = (
        _text(row["start"], row["type"], row["end"], row["props"])
        for row in store.stream(cypher("write/all_edges"))
    )
    return frozenset((*nodes, *edges))


def _text(*parts: Any) -> str:
    kept = [_kept(part) if isinstance(part, Mapping) else part for part in parts]
    return json.dumps(kept, sort_keys=True)


def _kept(props: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in props.items() if key not in _APART and value is not None}
