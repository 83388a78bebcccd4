"""A checksum over the whole graph: equal for equal nodes, edges and properties."""

import hashlib
import json
from typing import Any, Final

from graph.engine.cypher import cypher
from graph.engine.store import Store

# When it was loaded and who is writing say nothing about what the graph says.
_APART: Final = frozenset({"loaded_at", "lock", "pending"})
_SKIPPED: Final = "Lease"
_MODULUS: Final = 2**256


def checksum(store: Store) -> str:
    """Hash every node, edge and property; the order in which the store gives them never matters.

    The hashes of nodes and edges are added up, so that memory stays flat. Of labels, the kind
    counts (`Entity`, `Evidence` …); an entity's category is compared as its property, because its
    label is the category it was first read with.
    """
    total = 0
    for row in store.stream(cypher("write/all_nodes")):
        if row["kind"] != _SKIPPED:
            total += _hash(row["kind"], _kept(row["props"]))
    for row in store.stream(cypher("write/all_edges")):
        total += _hash(row["start"], row["type"], row["end"], _kept(row["props"]))
    return f"{total % _MODULUS:064x}"


def _kept(props: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in props.items() if key not in _APART and value is not None}


def _hash(*parts: object) -> int:
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest(), "big")
