"""The CX2 pen: the network as Cytoscape opens it, placed and coloured as on the figure."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from figures.exchange import Value, about, background, claim_values, entity_values
from figures.geometry.drawing import Box, Drawing, Edge
from graph.model.snapshot import Snapshot

_SHAPES: Final = {
    "pill": "round-rectangle",
    "rounded": "round-rectangle",
    "rectangle": "rectangle",
    "hexagon": "hexagon",
}
_LINES: Final = {"suggested": "dashed", "proposed": "dotted"}
_HEADS: Final = {"arrow": "triangle", "bar": "tee", "none": "none"}
_TYPES: Final = {str: "string", bool: "boolean", int: "integer", float: "double"}

Aspect = dict[str, Any]


def cx2(snapshot: Snapshot, drawing: Drawing | None = None) -> bytes:
    """Write a snapshot as CX2 (Cytoscape exchange format, version 2).

    Args:
        drawing: Where things stand and how they look; None leaves that out.

    """
    numbers: dict[str, int] = {
        one.id: index for index, one in enumerate(snapshot.subgraph.entities)
    }
    nodes = _nodes(snapshot, numbers, drawing)
    edges = _edges(snapshot, numbers)
    network = about(snapshot)
    aspects: list[Aspect] = [
        {"attributeDeclarations": [_declared(network, nodes, edges)]},
        {"networkAttributes": [network]},
        {"nodes": nodes},
        {"edges": edges},
        *_visual(snapshot, numbers, drawing),
    ]
    counted = [
        {"elementCount": len(value), "name": name}
        for aspect in aspects
        for name, value in aspect.items()
    ]
    whole = [
        {"CXVersion": "2.0", "hasFragments": False},
        {"metaData": counted},
        *aspects,
        {"status": [{"error": "", "success": True}]},
    ]
    return (json.dumps(whole, separators=(",", ":"), sort_keys=True) + "\n").encode("ascii")


def _nodes(snapshot: Snapshot, numbers: Mapping[str, int], drawing: Drawing | None) -> list[Aspect]:
    at = {box.id: box.rect.centre for box in drawing.boxes} if drawing else {}
    return [
        {"id": numbers[id_], "v": {"represents": id_, **values}}
        | ({"x": round(at[id_].x, 2), "y": round(at[id_].y, 2)} if id_ in at else {})
        for id_, values in entity_values(snapshot).items()
    ]


def _edges(snapshot: Snapshot, numbers: Mapping[str, int]) -> list[Aspect]:
    told = claim_values(snapshot)
    return [
        {
            "id": index,
            "s": numbers[one.claim.subject],
            "t": numbers[one.claim.object],
            "v": {"claim": one.id, **told[one.id]},
        }
        for index, one in enumerate(snapshot.subgraph.claims)
    ]


def _declared(network: Mapping[str, Value], nodes: list[Aspect], edges: list[Aspect]) -> Aspect:
    return {
        "networkAttributes": _types([network]),
        "nodes": _types(one["v"] for one in nodes),
        "edges": _types(one["v"] for one in edges),
    }


def _types(rows: Iterable[Mapping[str, Value]]) -> dict[str, dict[str, str]]:
    return {key: {"d": _type(value)} for row in rows for key, value in row.items()}


def _type(value: Value) -> str:
    if isinstance(value, list):
        return f"list_of_{_TYPES[type(value[0])]}"
    return _TYPES[type(value)]


def _visual(
    snapshot: Snapshot, numbers: Mapping[str, int], drawing: Drawing | None
) -> list[Aspect]:
    """The ground and the labels for all, then what each node and edge has of its own."""
    label = {"type": "PASSTHROUGH", "definition": {"attribute": "name", "type": "string"}}
    general = {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": background(snapshot)},
            "node": {"NODE_SHAPE": "round-rectangle", "NODE_LABEL_FONT_SIZE": 16},
            "edge": {"EDGE_TARGET_ARROW_SHAPE": "triangle"},
        },
        "nodeMapping": {"NODE_LABEL": label},
        "edgeMapping": {},
    }
    if drawing is None:
        return [{"visualProperties": [general]}]
    order = {one.id: index for index, one in enumerate(snapshot.subgraph.claims)}
    return [
        {"visualProperties": [general]},
        {"nodeBypasses": [{"id": numbers[box.id], "v": _node_look(box)} for box in drawing.boxes]},
        {"edgeBypasses": [{"id": order[one.id], "v": _edge_look(one)} for one in drawing.edges]},
    ]


def _node_look(box: Box) -> Aspect:
    style = box.style
    return {
        "NODE_SHAPE": _SHAPES[style.shape],
        "NODE_WIDTH": round(box.rect.width, 2),
        "NODE_HEIGHT": round(box.rect.height, 2),
        "NODE_BACKGROUND_COLOR": style.fill,
        "NODE_BORDER_COLOR": style.stroke,
        "NODE_BORDER_WIDTH": style.outline,
        "NODE_LABEL_COLOR": style.text,
        "NODE_LABEL_MAX_WIDTH": round(box.rect.width, 2),
    } | ({"NODE_LABEL_FONT_SIZE": round(box.lines[0].size)} if box.lines else {})


def _edge_look(edge: Edge) -> Aspect:
    style = edge.style
    return {
        "EDGE_WIDTH": style.width,
        "EDGE_LINE_COLOR": style.colour,
        "EDGE_LINE_STYLE": _LINES.get(style.certainty, "solid"),
        "EDGE_TARGET_ARROW_SHAPE": _HEADS[style.head],
        "EDGE_TARGET_ARROW_COLOR": style.colour,
    }
