"""What sits on an edge: its head, its mark near the subject, the stroke through a refuted one."""

import math
from typing import Final

from figures.geometry.curves import at, samples
from figures.geometry.drawing import Glyph
from figures.geometry.routing import Route
from figures.plane import Point
from figures.style import EdgeStyle

HEAD: Final = 11.0
_GAP: Final = 2.0  # between a head's tip and the box
_MARK: Final = 15.0
_MARK_AT: Final = 17.0  # from the box
_STRIKE: Final = 22.0


def glyphs(path: Route, style: EdgeStyle) -> tuple[Glyph, ...]:
    """Place the glyphs of an edge."""
    start, curve = path
    found = []
    if style.head != "none":
        angle = _end_angle(path)
        end = curve[-1][2]
        tip = Point(end.x - _GAP * math.cos(angle), end.y - _GAP * math.sin(angle))
        found.append(Glyph(style.head, tip, angle, HEAD + 0.7 * style.width, style.colour))
    if style.mark:
        _, angle = at(start, curve[0], 0.01)
        place = Point(start.x + _MARK_AT * math.cos(angle), start.y + _MARK_AT * math.sin(angle))
        found.append(Glyph(style.mark, place, 0.0, _MARK, style.mark_colour))
    if style.struck:
        points = list(samples(start, curve))
        place, angle = points[len(points) // 2]
        found.append(Glyph("struck", place, angle, _STRIKE, style.colour))
    return tuple(found)


def shortened(path: Route, style: EdgeStyle) -> Route:
    """End the line inside its head, so that its square end does not show past the tip."""
    if style.head == "none":
        return path
    start, curve = path
    first, second, end = curve[-1]
    angle = _end_angle(path)
    back = _GAP + (HEAD * 0.7 if style.head == "arrow" else 2)
    stop = Point(end.x - back * math.cos(angle), end.y - back * math.sin(angle))
    return start, (*curve[:-1], (first, second, stop))


def _end_angle(path: Route) -> float:
    start, curve = path
    last = curve[-2][2] if len(curve) > 1 else start
    return at(last, curve[-1], 0.99)[1]
