"""Claims as connectors glued to their entities, with bar, mark and stroke beside them.

A connector is straight; one that goes round a shape is a chain of straight ones, glued to tiny
dots of its own colour that can be moved; one that comes back to its entity is curved.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE

from figures.plane import Point, Rect
from figures.pptx.marking import curve, describe, glow, glue, plain, rgb, stroke
from figures.pptx.plane import Plane
from figures.pptx.straight import Line
from figures.style import EdgeStyle

_HEAD: Final = 11.0  # as the other pens draw it
_MARK: Final = 15.0
_MARK_AT: Final = 20.0
_STRIKE: Final = 22.0
_SLANT: Final = 31.7  # degrees from square, of the stroke through a refuted claim
_GLOW: Final = 3.5

_Ends = tuple[tuple[int, int], tuple[int, int]]  # shape id and site, of subject and object


def add_claim(
    shapes: Any, line: Line, ids: Mapping[str, int], box: Rect, plane: Plane, before: int = 0
) -> None:
    """Add a claim: its connector, grouped with what a line of PowerPoint cannot show.

    Args:
        ids: Shape id by entity.
        box: Of its subject.
        before: How many marks there are at the site where it starts.

    """
    edge, style = line.edge, line.edge.style
    name = f"claim: {edge.sentence}"
    chain = bool(line.bends) and not line.loop
    if chain or style.head == "bar" or style.mark or style.struck:
        group = shapes.add_group_shape()
        describe(group, name, edge.sentence)
        shapes = group.shapes
    ends = (ids[edge.subject], line.start.index), (ids[edge.object], line.end.index)
    if line.loop:
        describe(_add_loop(shapes, line, ends, plane), name, edge.sentence)
    elif chain:
        _add_chain(shapes, line, ends, name, plane)
    else:
        connector = add_line(shapes, line.start.at, line.end.at, style, plane)
        glue(connector, *ends)
        describe(connector, name, edge.sentence)
    if style.head == "bar":
        add_bar(shapes, line.end.at, line.angle, style, plane)
    if style.mark:
        at = line.from_start(_MARK_AT + before * _MARK, box.grown(_MARK / 2 + 2))
        add_mark(shapes, at, style, plane)
    if style.struck:
        add_strike(shapes, line.along(0.5), line.angle_along(0.5), style, plane)


def _add_chain(shapes: Any, line: Line, ends: _Ends, name: str, plane: Plane) -> None:
    """Add straight connectors from waypoint to waypoint; the last one has the head."""
    edge, style = line.edge, line.edge.style
    dots = [_add_dot(shapes, at, style, plane) for at in line.bends]
    for index, (a, b) in enumerate(line.pieces):
        last = index == len(dots)
        connector = add_line(shapes, a, b, style if last else replace(style, head="none"), plane)
        glue(
            connector,
            (dots[index - 1], _facing(a, b)) if index else ends[0],
            ends[1] if last else (dots[index], _facing(b, a)),
        )
        describe(connector, name if last else f"way of {name}", edge.sentence)


def _add_dot(shapes: Any, at: Point, style: EdgeStyle, plane: Plane) -> int:
    """Add a waypoint as wide as the line, so that it rounds the bend; returns its shape's id."""
    half = style.width / 2
    rect = Rect(at.x - half, at.y - half, style.width, style.width)
    shape = shapes.add_shape(MSO_SHAPE.OVAL, *plane.box(rect))
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(style.colour)
    shape.line.fill.background()
    describe(shape, "waypoint", "Waypoint of a line: move it to lead the line elsewhere")
    return int(shape.shape_id)


def _facing(at: Point, to: Point) -> int:
    """The site of an oval (eight, from the top on to the left) that faces a point."""
    turn = math.atan2(at.x - to.x, at.y - to.y)
    return round(turn / (math.pi / 4)) % 8


def _add_loop(shapes: Any, line: Line, ends: _Ends, plane: Plane) -> Any:
    """Add a curved connector that comes back to its own shape at the next side."""
    style = line.edge.style
    connector = add_line(shapes, line.start.at, line.end.at, style, plane)
    (x, y), (u, v) = line.start.at, line.end.at
    out = line.bends[1]
    across = -abs(out.x - x) / max(1.0, abs(x - u))
    curve(connector, across, 1 + abs(out.y - v) / max(1.0, abs(y - v)))
    glue(connector, *ends)
    return connector


def add_line(shapes: Any, start: Point, end: Point, style: EdgeStyle, plane: Plane) -> Any:
    """Add a straight connector with its dash, head and, where contested, a glow."""
    ends = (*plane.point(start), *plane.point(end))
    connector = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    plain(connector)
    stroke(connector, style, plane.length(style.width))
    if style.halo:
        glow(connector, style.halo, plane.length(_GLOW))
    return connector


def add_bar(shapes: Any, end: Point, angle: float, style: EdgeStyle, plane: Plane) -> None:
    """Add a bar across the end of a line: PowerPoint has no such head."""
    size = _HEAD + 0.7 * style.width
    thick = 0.28 * size
    back = 1.5 + thick / 2
    at = Point(end.x - back * math.cos(angle), end.y - back * math.sin(angle))
    rect = Rect(at.x - thick / 2, at.y - 0.62 * size, thick, 1.24 * size)
    _piece(shapes, MSO_SHAPE.RECTANGLE, rect, math.degrees(angle), style.colour, "bar head", plane)


def add_mark(shapes: Any, at: Point, style: EdgeStyle, plane: Plane) -> None:
    """Add the triangle that says that a taxon is more or less abundant."""
    rect = Rect(at.x - 0.56 * _MARK, at.y - _MARK / 2, 1.12 * _MARK, _MARK)
    turn = 180.0 if style.mark == "down" else 0.0
    words = {"up": "increased", "down": "decreased"}[style.mark]
    _piece(shapes, MSO_SHAPE.ISOSCELES_TRIANGLE, rect, turn, style.mark_colour, words, plane)


def add_strike(shapes: Any, at: Point, angle: float, style: EdgeStyle, plane: Plane) -> None:
    """Add the stroke through a claim that is only refuted."""
    rect = Rect(at.x - 0.07 * _STRIKE, at.y - 0.7 * _STRIKE, 0.14 * _STRIKE, 1.4 * _STRIKE)
    turn = math.degrees(angle) + _SLANT
    _piece(shapes, MSO_SHAPE.RECTANGLE, rect, turn, style.colour, "only refuted", plane)


def _piece(
    shapes: Any, preset: Any, rect: Rect, turn: float, colour: str, words: str, plane: Plane
) -> None:
    shape = shapes.add_shape(preset, *plane.box(rect))
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    shape.rotation = round(turn % 360, 2)
    describe(shape, words, words.capitalize())
