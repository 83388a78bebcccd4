"""The vis model of a drawing: pyvis builds nodes, edges and options; places come with them."""

import math
from collections.abc import Mapping
from typing import Any, Final

from pyvis.network import Network

from figures.geometry import Band, Box, Drawing, Edge, Glyph
from figures.style import EdgeStyle, LegendEntry, NodeStyle
from figures.text import wrap
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.subgraph import CountedClaim, Subgraph
from web.words import weight

Json = dict[str, Any]

# Corners of a head, mark or stroke in units of its size, its tip or middle at 0, 0.
_OUTLINES: Final = {
    "arrow": ((0, 0), (-1, 0.5), (-1, -0.5)),
    "up": ((0, -0.5), (0.56, 0.5), (-0.56, 0.5)),
    "down": ((0, 0.5), (0.56, -0.5), (-0.56, -0.5)),
    "bar": ((0, -0.62), (0, 0.62), (-0.28, 0.62), (-0.28, -0.62)),
    "struck": ((0.3, -0.6), (0.44, -0.6), (-0.3, 0.6), (-0.44, 0.6)),
}
_REFUTED: Final = "only refuted"
_UPRIGHT: Final = frozenset({"up", "down"})

# Physics off: every place is given. What vis-network would draw by itself is drawn by our script.
_OPTIONS: Final = {
    "physics": {"enabled": False},
    "interaction": {
        "hover": False,
        "zoomSpeed": 0.6,
        "selectConnectedEdges": False,
        "multiselect": False,
        "keyboard": {"enabled": False},
    },
    "layout": {"improvedLayout": False},
}


def vis_model(drawing: Drawing, subgraph: Subgraph) -> Json:
    """Build what the canvas shows: as many nodes and edges as the drawing has.

    Args:
        drawing: Boxes, curves and bands in their places.
        subgraph: The same entities and claims, for words and numbers.

    """
    network = Network(directed=True)
    entities: dict[str, Entity] = {entity.id: entity for entity in subgraph.entities}
    for box in drawing.boxes:
        node = _node(box, entities[box.id], subgraph)
        network.add_node(box.id, label=box.name, shape="custom", **node)
    claims = {claim.id: claim for claim in subgraph.claims}
    for edge in drawing.edges:
        network.add_edge(edge.subject, edge.object, **_edge(edge, claims[edge.id]))
    if (len(network.nodes), len(network.edges)) != (len(drawing.boxes), len(drawing.edges)):
        raise ValueError("pyvis kept fewer nodes or edges than were drawn")
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "bands": _bands(drawing, subgraph),
        "options": _OPTIONS,
    }


def legend_rows(entries: tuple[LegendEntry, ...]) -> list[Json]:
    """The legend: each entry's words and its sample as SVG shapes in a box of 36 × 18."""
    return [
        {"group": entry.group, "label": entry.label, "shapes": _sample(entry)} for entry in entries
    ]


def _node(box: Box, entity: Entity, subgraph: Subgraph) -> Json:
    centre = box.rect.centre
    return {
        "x": centre.x,
        "y": centre.y,
        "name": box.name,
        "kind": vocabulary.categories()[entity.category].label,
        "width": box.rect.width,
        "height": box.rect.height,
        "form": _form(box.style),
        "lines": [
            {"text": line.text, "dy": line.at.y - centre.y, "size": line.size} for line in box.lines
        ],
        "more": subgraph.hidden.get(entity.id, 0),
    }


def _form(style: NodeStyle) -> Json:
    return {
        "shape": style.shape,
        "fill": style.fill,
        "stroke": style.stroke,
        "text": style.text,
        "outline": style.outline,
        "corner": style.corner,
    }


def _edge(edge: Edge, counted: CountedClaim) -> Json:
    counts = counted.counts
    phrase = vocabulary.phrase(counted.claim.predicate)
    points = [edge.start, *(point for piece in edge.curve for point in piece)]
    return {
        "id": edge.id,
        "sentence": f"{edge.sentence} ({_REFUTED})" if counted.refuted_only else edge.sentence,
        "phrase": phrase,
        "words": f"{_REFUTED}: {phrase}" if counted.refuted_only else phrase,
        "certainty_words": counts.certainty or "not counted",
        "agreement_words": _REFUTED if counted.refuted_only else counts.agreement,
        "papers": counts.papers + counts.refuting_papers,
        "statements": counts.supports + counts.refutes,
        "weight": weight(counted),
        "path": [[round(point.x, 1), round(point.y, 1)] for point in points],
        "line": _line(edge.style),
        "glyphs": [_polygon(glyph) for glyph in edge.glyphs],
    }


def _line(style: EdgeStyle) -> Json:
    return {
        "stroke": style.colour,
        "width": style.width,
        "dash": list(style.dash),
        "round": bool(style.dash) and style.dash[0] < style.width,
        "halo": style.halo,
    }


def _polygon(glyph: Glyph) -> Json:
    angle = 0.0 if glyph.kind in _UPRIGHT else glyph.angle
    cos, sin = math.cos(angle), math.sin(angle)
    corners = [
        [
            round(glyph.at.x + glyph.size * (x * cos - y * sin), 1),
            round(glyph.at.y + glyph.size * (x * sin + y * cos), 1),
        ]
        for x, y in _OUTLINES[glyph.kind]
    ]
    return {"color": glyph.colour, "points": corners}


def _bands(drawing: Drawing, subgraph: Subgraph) -> list[Json]:
    """The columns, their headings in full: a canvas has room for two lines of them."""
    if not drawing.bands:
        return []
    used = {entity.place for entity in subgraph.entities}
    labels = [row.label for row in vocabulary.compartments().values() if row.name in used]
    return [_band(band, label) for band, label in zip(drawing.bands, labels, strict=True)]


def _band(band: Band, label: str) -> Json:
    size = 0.9 * band.heading.size
    lines = wrap(label, size, band.rect.width - 24, weight=600, lines=2)
    return {
        "x": band.rect.x,
        "y": band.rect.y,
        "width": band.rect.width,
        "height": band.rect.height,
        "fill": band.fill,
        "color": band.heading.colour,
        "size": size,
        "lines": list(lines),
    }


def _sample(entry: LegendEntry) -> list[Json]:
    shapes: list[Json] = []
    if entry.node is not None:
        shapes.append(_sample_box(entry.node))
    if entry.edge is not None:
        shapes += _sample_line(entry.edge)
    return shapes


def _sample_box(style: NodeStyle) -> Json:
    paint = {"fill": style.fill, "stroke": style.stroke, "stroke-width": "1.6"}
    if style.shape == "hexagon":
        return {"tag": "polygon", "attributes": paint | {"points": "7,2 29,2 34,9 29,16 7,16 2,9"}}
    size = {"x": "2", "y": "2", "width": "32", "height": "14"}
    return {"tag": "rect", "attributes": paint | size | {"rx": f"{style.corner * 14:g}"}}


def _sample_line(style: EdgeStyle) -> list[Json]:
    path = {"fill": "none", "d": "M2,9 H34"}
    shapes = []
    if style.halo:
        wide = {"stroke": style.halo, "stroke-width": f"{style.width + 6:g}"}
        shapes.append({"tag": "path", "attributes": path | wide})
    line = _line(style)
    drawn: Mapping[str, str] = {
        "stroke": style.colour,
        "stroke-width": f"{style.width:g}",
        "stroke-dasharray": " ".join(f"{length:g}" for length in style.dash) or "none",
        "stroke-linecap": "round" if line["round"] else "butt",
    }
    shapes.append({"tag": "path", "attributes": path | dict(drawn)})
    kinds = [(style.head, 34, 10, style.colour)] if style.head != "none" else []
    kinds += [(style.mark, 18, 12, style.mark_colour)] if style.mark else []
    kinds += [("struck", 18, 16, style.colour)] if style.struck else []
    for kind, x, size, colour in kinds:
        points = " ".join(f"{x + size * dx:g},{9 + size * dy:g}" for dx, dy in _OUTLINES[kind])
        shapes.append({"tag": "polygon", "attributes": {"points": points, "fill": colour}})
    return shapes
