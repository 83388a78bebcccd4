"""Bézier curves: points along them, directions, and what they pass through."""

import math
from collections.abc import Iterator, Sequence

from figures.plane import Point

Piece = tuple[Point, Point, Point]


def s_curve(start: Point, end: Point) -> Piece:
    """A level S from one height to another."""
    middle = (start.x + end.x) / 2
    return (Point(middle, start.y), Point(middle, end.y), end)


def line(start: Point, end: Point) -> Piece:
    """A straight line, as a Bézier."""
    third = Point(start.x + (end.x - start.x) / 3, start.y + (end.y - start.y) / 3)
    rest = Point(start.x + (end.x - start.x) * 2 / 3, start.y + (end.y - start.y) * 2 / 3)
    return (third, rest, end)


def samples(
    start: Point, curve: Sequence[Piece], step: float = 6.0
) -> Iterator[tuple[Point, float]]:
    """Yield points about `step` apart, with the direction (radians) of the curve there."""
    for first, second, end in curve:
        reach = math.dist(start, first) + math.dist(first, second) + math.dist(second, end)
        count = max(2, math.ceil(reach / step))
        for index in range(count + 1):
            yield at(start, (first, second, end), index / count)
        start = end


def trace(start: Point, piece: Piece, step: float = 6.0) -> list[tuple[float, float]]:
    """The points of `samples` on one piece, without directions, which take twice as long."""
    (ax, ay), ((bx, by), (cx, cy), (ex, ey)) = start, piece
    reach = math.hypot(bx - ax, by - ay) + math.hypot(cx - bx, cy - by)
    count = max(2, math.ceil((reach + math.hypot(ex - cx, ey - cy)) / step))
    points = []
    for index in range(count + 1):
        t = index / count
        u = 1 - t
        wa, wb, wc, wd = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        points.append(
            (wa * ax + wb * bx + wc * cx + wd * ex, wa * ay + wb * by + wc * cy + wd * ey)
        )
    return points


def at(start: Point, piece: Piece, t: float) -> tuple[Point, float]:
    """The point at `t` (0–1) of one piece, and the direction there."""
    # Written out: a figure asks for hundreds of thousands of these.
    (bx, by), (cx, cy), (ex, ey) = piece
    u = 1 - t
    wa, wb, wc, wd = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    x = wa * start.x + wb * bx + wc * cx + wd * ex
    y = wa * start.y + wb * by + wc * cy + wd * ey
    sa, sb, sc = 3 * u * u, 6 * u * t, 3 * t * t
    dx = sa * (bx - start.x) + sb * (cx - bx) + sc * (ex - cx)
    dy = sa * (by - start.y) + sb * (cy - by) + sc * (ey - cy)
    return Point(x, y), math.atan2(dy, dx)
