"""The GraphML pen: entities and claims with all their values, and where they stand."""

import io
import json

import networkx

from figures.exchange import Value, about, claim_values, entity_values
from figures.geometry.drawing import Drawing
from figures.text import legible
from graph.model.snapshot import Snapshot


def graphml(snapshot: Snapshot, drawing: Drawing | None = None) -> bytes:
    """Write a snapshot as GraphML.

    Lists are JSON arrays in a string, as GraphML has no lists.

    Args:
        drawing: Where things stand and how they look; None leaves that out.

    """
    graph = networkx.MultiDiGraph(**_plain(about(snapshot)))
    looks = _looks(drawing)
    for id_, values in entity_values(snapshot).items():
        graph.add_node(legible(id_), **_plain(values | looks.get(id_, {})))
    told = claim_values(snapshot)
    for one in snapshot.subgraph.claims:
        ends = (legible(one.claim.subject), legible(one.claim.object))
        values = told[one.id] | looks.get(one.id, {})
        graph.add_edge(*ends, key=legible(one.id), **_plain(values))
    written = io.BytesIO()
    networkx.write_graphml_xml(graph, written)
    return written.getvalue() + b"\n"


def _looks(drawing: Drawing | None) -> dict[str, dict[str, Value]]:
    if drawing is None:
        return {}
    boxes: dict[str, dict[str, Value]] = {
        box.id: {
            "x": round(box.rect.centre.x, 2),
            "y": round(box.rect.centre.y, 2),
            "width": round(box.rect.width, 2),
            "height": round(box.rect.height, 2),
            "shape": box.style.shape,
            "fill": box.style.fill,
            "stroke": box.style.stroke,
        }
        for box in drawing.boxes
    }
    return boxes | {
        edge.id: {
            "colour": edge.style.colour,
            "line_width": edge.style.width,
            "head": edge.style.head,
            "contested": edge.style.contested,
        }
        for edge in drawing.edges
    }


def _plain(values: dict[str, Value]) -> dict[str, str | int | float | bool]:
    return {
        key: legible(json.dumps(value, ensure_ascii=False))
        if isinstance(value, list)
        else legible(value)
        if isinstance(value, str)
        else value
        for key, value in values.items()
    }
