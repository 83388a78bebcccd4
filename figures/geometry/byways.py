"""The shortest way between two boxes round all that stand between them, its bends rounded.

A* over the corners of what is in the way; where boxes stand too close for a wide berth, a narrower
one is tried.
"""

import heapq
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from figures.geometry.curves import Piece, line
from figures.plane import Point, Rect

Edges = tuple[float, float, float, float]
Path = tuple[Point, tuple[Piece, ...]]

_BERTHS: Final = (10.0, 6.0, 3.0)  # pixels that a way keeps from boxes it passes
_CORRIDORS: Final = (140.0, 420.0)  # around the two boxes, in which corners are looked at
_BEND: Final = 22.0  # pixels that a bend costs
_ROUND: Final = 1.6  # radius of a bend, of the berth
_ASIDE: Final = 5.0  # between two ways round one corner
_INSIDE: Final = 0.5


def byway(
    subject: Rect,
    object_: Rect,
    others: Sequence[Edges],
    page: Rect,
    used: Counter[Point],
) -> Path | None:
    """Find a way that passes under no other box; None where there is none.

    Args:
        others: The boxes to go round: left, top, right, bottom.
        page: The way stays within.
        used: How many ways bend at a corner already; counted on.

    """
    own = (_edges(subject), _edges(object_))
    start, end = subject.centre, object_.centre
    for berth, solid in _solid(others):
        for corridor in _CORRIDORS:
            way = _shortest(start, end, own, others, solid, berth, corridor, page)
            if way is not None:
                return _drawn(way, subject, object_, solid, berth, used)
    return None


def bends(
    start: Point, end: Point, own: Sequence[Rect], others: Sequence[Rect], page: Rect
) -> tuple[Point, ...] | None:
    """Where a chain of straight lines from border to border bends; None where there is no way.

    Args:
        own: The boxes that it joins; it does not pass through them either.
        others: The boxes to go round.

    """
    boxes = [_edges(box) for box in (*own, *others)]
    inside = [_grown(_edges(box), -_INSIDE) for box in own]
    for berth, solid in _solid([_edges(box) for box in others]):
        for corridor in _CORRIDORS:
            way = _shortest(start, end, (), boxes, [*solid, *inside], berth, corridor, page)
            if way is not None:
                return tuple(way[1:-1])
    return None


def _solid(boxes: Sequence[Edges]) -> Iterator[tuple[float, list[Edges]]]:
    """Each berth, the widest first, with what it leaves no way through."""
    for berth in _BERTHS:
        yield berth, [_grown(box, berth - _INSIDE) for box in boxes]


def blocked(a: Point, b: Point, boxes: Sequence[Edges]) -> bool:
    """Say whether a straight line passes through any of some boxes."""
    (x, y), (u, v) = a, b
    left, right = (x, u) if x < u else (u, x)
    top, bottom = (y, v) if y < v else (v, y)
    return any(
        box[0] < right
        and left < box[2]
        and box[1] < bottom
        and top < box[3]
        and _clips(x, y, u, v, box)
        for box in boxes
    )


def _clips(x: float, y: float, u: float, v: float, box: Edges) -> bool:
    """Liang and Barsky's clipping: whether some of a line lies in a box."""
    first, last = 0.0, 1.0
    for delta, low, high in ((u - x, box[0] - x, box[2] - x), (v - y, box[1] - y, box[3] - y)):
        if delta == 0:
            if low >= 0 or high <= 0:
                return False
            continue
        enter, leave = (low / delta, high / delta) if delta > 0 else (high / delta, low / delta)
        first = max(first, enter)
        last = min(last, leave)
        if first >= last:
            return False
    return True


def _grown(box: Edges, by: float) -> Edges:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def _shortest(
    start: Point,
    end: Point,
    own: Sequence[Edges],
    others: Sequence[Edges],
    solid: Sequence[Edges],
    berth: float,
    corridor: float,
    page: Rect,
) -> list[Point] | None:
    """The points of the shortest way; it may leave the first of its own boxes, enter the last."""
    corners = list(_corners(start, end, others, solid, berth, corridor, page))
    queue: list[tuple[float, float, Point, Point]] = [(math.dist(start, end), 0.0, start, start)]
    came: dict[Point, Point] = {}
    while queue:
        _, gone, at, before = heapq.heappop(queue)
        if at in came or (at != start and _barred(before, at, start, end, own, solid)):
            continue
        came[at] = before
        if at == end:
            return _way_back(came, end)
        for there in (*corners, end):
            if there not in came:
                length = gone + math.dist(at, there) + (_BEND if there != end else 0.0)
                heapq.heappush(queue, (length + math.dist(there, end), length, there, at))
    return None


def _barred(
    a: Point, b: Point, start: Point, end: Point, own: Sequence[Edges], solid: Sequence[Edges]
) -> bool:
    """Say whether a part of a way is closed; asked as late as can be, for it takes longest."""
    leaving = own[:1] if a != start else ()
    arriving = own[1:] if b != end else ()
    return blocked(a, b, solid) or blocked(a, b, (*leaving, *arriving))


def _corners(
    start: Point,
    end: Point,
    others: Sequence[Edges],
    solid: Sequence[Edges],
    berth: float,
    corridor: float,
    page: Rect,
) -> Iterator[Point]:
    """Corners of the boxes near the straight line that no other box covers."""
    left, right = min(start.x, end.x) - corridor, max(start.x, end.x) + corridor
    top, bottom = min(start.y, end.y) - corridor, max(start.y, end.y) + corridor
    for box in others:
        if box[2] < left or right < box[0] or box[3] < top or bottom < box[1]:
            continue
        x, y, u, v = _grown(box, berth)
        for corner in (Point(x, y), Point(u, y), Point(u, v), Point(x, v)):
            if page.holds(corner) and not any(
                one[0] < corner.x < one[2] and one[1] < corner.y < one[3] for one in solid
            ):
                yield corner


def _edges(box: Rect) -> Edges:
    return (box.x, box.y, box.right, box.bottom)


def _way_back(came: dict[Point, Point], end: Point) -> list[Point]:
    way = [end]
    while came[way[-1]] != way[-1]:
        way.append(came[way[-1]])
    return way[::-1]


def _drawn(
    way: list[Point],
    subject: Rect,
    object_: Rect,
    solid: Sequence[Edges],
    berth: float,
    used: Counter[Point],
) -> Path:
    """From border to border, with round bends."""
    way = _pushed_out(way, solid, used)
    way = [_border(subject, way[1]), *way[1:-1], _border(object_, way[-2])]
    start, pieces = way[0], []
    at = start
    for index in range(1, len(way) - 1):
        before, bend, after = way[index - 1 : index + 2]
        reach = min(_ROUND * berth, math.dist(before, bend) / 2, math.dist(bend, after) / 2)
        into, out = _towards(bend, before, reach), _towards(bend, after, reach)
        pieces += [line(at, into), _rounded(into, bend, out)]
        at = out
    return start, (*pieces, line(at, way[-1]))


def _pushed_out(way: list[Point], solid: Sequence[Edges], used: Counter[Point]) -> list[Point]:
    """The same way with its bends further out, where others bend there and nothing stands."""
    moved = list(way)
    for index in range(1, len(way) - 1):
        before, bend, after = way[index - 1 : index + 2]
        if used[bend]:
            middle = Point((before.x + after.x) / 2, (before.y + after.y) / 2)
            moved[index] = _towards(bend, middle, -_ASIDE * used[bend])
        used[bend] += 1
    free = not any(blocked(a, b, solid) for a, b in pairwise(moved))
    return moved if free else way


def _towards(start: Point, end: Point, by: float) -> Point:
    length = math.dist(start, end) or 1.0
    return Point(
        start.x + (end.x - start.x) / length * by, start.y + (end.y - start.y) / length * by
    )


def _rounded(start: Point, bend: Point, end: Point) -> Piece:
    third = 2 / 3
    return (
        Point(start.x + (bend.x - start.x) * third, start.y + (bend.y - start.y) * third),
        Point(end.x + (bend.x - end.x) * third, end.y + (bend.y - end.y) * third),
        end,
    )


def _border(box: Rect, towards: Point) -> Point:
    """Where the line from a box's middle leaves it."""
    middle = box.centre
    dx, dy = towards.x - middle.x, towards.y - middle.y
    share = min(
        box.width / 2 / abs(dx) if dx else math.inf, box.height / 2 / abs(dy) if dy else math.inf
    )
    return Point(middle.x + dx * share, middle.y + dy * share)
