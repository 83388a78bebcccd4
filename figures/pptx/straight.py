"""Which sites of two shapes straight connectors join, and where the words of a claim stand.

Where no straight line is free of a third shape, a claim is a chain of straight connectors that
bends at waypoints; a claim of an entity with itself goes out at one side and comes in at the next.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from figures.geometry.byways import bends
from figures.geometry.drawing import Box, Drawing, Edge, Text
from figures.outlines import hexagon
from figures.plane import Point, Rect
from figures.text import text_width

_LEAVING: Final = 700.0  # that a line costs which starts through its own box
_ENTERING: Final = 3_000.0  # and one whose head is hidden by the box it comes to
_SKIN: Final = 2.0  # pixels inside a border that a line may touch
_THROUGH: Final = 4_000.0  # pixels that a line through a foreign box costs
_TWIN: Final = 5_000.0  # that two claims on one line cost
_SHARED: Final = 24.0  # each further line at a site
_TURNED: Final = 260.0  # a line that leaves its site along the border
_GRAZING: Final = 800.0  # and one that comes along it, where it has its head
_LEAST: Final = 34.0  # a shorter line has no room for its head and mark
_WAYPOINT: Final = 30.0  # that a chain costs for each of its bends
_CROWD: Final = 150  # shapes; among more, ways round are not looked for
_CHAINS: Final = 4  # pairs of sites for which a way round is looked for
_LOOP: Final = 20.0  # how far a loop goes out
_LOOPS_APART: Final = 11.0
_ALONG: Final = (0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78)
_ASIDE: Final = (0.0, 0.75, -0.75, 1.3, -1.3)  # of the words' height


@dataclass(frozen=True, slots=True)
class Site:
    """A place on a shape's border that connectors can be glued to.

    Attributes:
        index: As the preset shape numbers it.
        out: The direction (unit vector) away from the shape.

    """

    index: int
    at: Point
    out: Point


@dataclass(frozen=True, slots=True)
class Line:
    """A claim's line from a site of its subject to one of its object.

    Attributes:
        bends: Where it changes its direction: waypoints of a chain; empty where it is straight.

    """

    edge: Edge
    start: Site
    end: Site
    bends: tuple[Point, ...] = ()

    @property
    def loop(self) -> bool:
        """Say whether it ends where it starts."""
        return self.edge.subject == self.edge.object

    @property
    def points(self) -> tuple[Point, ...]:
        """Its start, bends and end."""
        return (self.start.at, *self.bends, self.end.at)

    @property
    def pieces(self) -> tuple[tuple[Point, Point], ...]:
        """Its straight parts."""
        return tuple(pairwise(self.points))

    @property
    def angle(self) -> float:
        """The direction in which it ends (radians, clockwise as y goes down)."""
        return _angle(*self.pieces[-1])

    @property
    def length(self) -> float:
        """In pixels."""
        return sum(math.dist(a, b) for a, b in self.pieces)

    def along(self, share: float) -> Point:
        """The point so far from start (0) to end (1)."""
        return self._at(share)[0]

    def angle_along(self, share: float) -> float:
        """The direction there."""
        return self._at(share)[1]

    def from_start(self, pixels: float, clear_of: Rect) -> Point:
        """The point so many pixels from the start, or further out where a box is in the way."""
        step = min(0.5, pixels / max(1.0, self.length))
        shares = (step + (0.5 - step) * part / 20 for part in range(21))
        free = (self.along(share) for share in shares if not clear_of.holds(self.along(share)))
        return next(free, self.along(step))

    def passes(self, rect: Rect) -> bool:
        """Say whether any part of it passes a rectangle."""
        return any(_clips(a, b, rect) for a, b in self.pieces)

    def _at(self, share: float) -> tuple[Point, float]:
        left = share * self.length
        for (x, y), (u, v) in self.pieces:
            reach = math.hypot(u - x, v - y)
            if left <= reach and reach:
                part = left / reach
                return Point(x + part * (u - x), y + part * (v - y)), math.atan2(v - y, u - x)
            left -= reach
        return self.end.at, self.angle


def sites(box: Box) -> tuple[Site, ...]:
    """The sites that PowerPoint's preset shape has: four, and six on a hexagon."""
    rect, middle = box.rect, box.rect.centre
    top, bottom = Point(middle.x, rect.y), Point(middle.x, rect.bottom)
    left, right = Point(rect.x, middle.y), Point(rect.right, middle.y)
    if box.style.shape != "hexagon":
        return (
            Site(0, top, Point(0, -1)),
            Site(1, left, Point(-1, 0)),
            Site(2, bottom, Point(0, 1)),
            Site(3, right, Point(1, 0)),
        )
    size = box.lines[0].size if box.lines else rect.height
    top_left, top_right, _, bottom_right, bottom_left, _ = hexagon(rect, size)
    return (
        Site(0, right, Point(1, 0)),
        Site(1, bottom_right, Point(0.3, 0.95)),
        Site(2, bottom_left, Point(-0.3, 0.95)),
        Site(3, left, Point(-1, 0)),
        Site(4, top_left, Point(-0.3, -0.95)),
        Site(5, top_right, Point(0.3, -0.95)),
    )


def lines(drawing: Drawing) -> tuple[Line, ...]:
    """Choose for each claim the two sites whose line is short, free, and not another's."""
    boxes = {box.id: box for box in drawing.boxes}
    at = {id_: sites(box) for id_, box in boxes.items()}
    page = Rect(0, 0, drawing.width, drawing.height)
    used: Counter[tuple[str, int]] = Counter()
    taken: Counter[frozenset[tuple[str, int]]] = Counter()
    loops: Counter[str] = Counter()
    headings = [_around(band.heading) for band in drawing.bands]
    found = []
    for edge in drawing.edges:
        if edge.subject == edge.object:
            found.append(_loop(edge, boxes[edge.subject], loops[edge.subject]))
            loops[edge.subject] += 1
            continue
        pairs = [Line(edge, a, b) for a in at[edge.subject] for b in at[edge.object]]
        near = [box.rect for id_, box in boxes.items() if id_ not in {edge.subject, edge.object}]
        near += headings
        ends = boxes[edge.subject].rect, boxes[edge.object].rect
        own = ends[0].grown(-_SKIN), ends[1].grown(-_SKIN)
        costs = [(_cost(line, own, used, taken), line) for line in pairs]
        least, best = _best(costs, near)
        first = min(costs, key=lambda one: one[0])[1]
        if len(boxes) <= _CROWD and any(first.passes(rect) for rect in near):
            chain = _round(costs, ends, near, page)
            best = chain[1] if chain and chain[0] < least else best
        for end in _ends(best):
            used[end] += 1
        taken[frozenset(_ends(best))] += 1
        found.append(best)
    return tuple(found)


def word_places(chosen: Sequence[Line], boxes: Iterable[Rect]) -> dict[str, Rect]:
    """Place each claim's words on its straight line; a claim without free place is left out."""
    solid = [rect.grown(3) for rect in boxes]
    placed: dict[str, Rect] = {}
    for line in chosen:
        if line.edge.words is None:
            continue
        others = [one for one in chosen if one is not line]
        free = [
            (sum(one.passes(rect) for one in others), number, rect)
            for number, rect in enumerate(_candidates(line, line.edge.words.rect))
            if not any(rect.meets(other) for other in solid)
        ]
        if free:
            _, _, rect = min(free)
            placed[line.edge.id] = rect
            solid.append(rect.grown(2))
    return placed


def _candidates(line: Line, words: Rect) -> Iterable[Rect]:
    """Where the words of a line may stand, best first."""
    for aside in _ASIDE:
        for share in _ALONG:
            x, y = line.along(share)
            yield Rect(
                round(x - words.width / 2, 2),
                round(y - words.height / 2 + aside * words.height, 2),
                words.width,
                words.height,
            )


def _around(heading: Text) -> Rect:
    wide = text_width(heading.text, heading.size, heading.weight)
    return Rect(heading.at.x, heading.at.y - heading.size, wide, 1.2 * heading.size)


def _ends(line: Line) -> tuple[tuple[str, int], tuple[str, int]]:
    return (line.edge.subject, line.start.index), (line.edge.object, line.end.index)


def _best(costs: list[tuple[float, Line]], near: Sequence[Rect]) -> tuple[float, Line]:
    """The line that costs least with the boxes it passes; most are never held against those."""
    least, best = math.inf, costs[0][1]
    for cost, line in sorted(costs, key=lambda one: one[0]):
        if cost >= least:
            break
        whole = cost + _THROUGH * sum(line.passes(rect) for rect in near)
        if whole < least:
            least, best = whole, line
    return least, best


def _round(
    costs: list[tuple[float, Line]], own: tuple[Rect, Rect], near: Sequence[Rect], page: Rect
) -> tuple[float, Line] | None:
    """The cheapest chain round the boxes in the way; few pairs of sites are tried."""
    found: list[tuple[float, int, Line]] = []
    for number, (cost, line) in enumerate(sorted(costs, key=lambda one: one[0])[:_CHAINS]):
        way = bends(line.start.at, line.end.at, own, near, page)
        if way:
            chain = replace(line, bends=way)
            turned = _TURNED * _backwards(line.start.out, line.start.at, way[0])
            turned += _GRAZING * _backwards(line.end.out, line.end.at, way[-1])
            further = chain.length - line.length + _WAYPOINT * len(way)
            found.append((cost + further + turned, number, chain))
    if not found:
        return None
    cost, _, chain = min(found)
    return cost, chain


def _loop(edge: Edge, box: Box, before: int) -> Line:
    """Out on the right and in at the top; a second one on the left and below, others further."""
    free, side = sites(box), -1 if before % 2 else 1
    start = max(free, key=lambda site: side * site.out.x)
    end = max(free, key=lambda site: (round(-side * site.out.y, 1), side * site.at.x))
    reach = side * (_LOOP + _LOOPS_APART * (before // 2))
    x, y = start.at.x + reach, end.at.y - reach
    return Line(edge, start, end, (Point(x, start.at.y), Point(x, y), Point(end.at.x, y)))


def _cost(
    line: Line,
    own: tuple[Rect, Rect],
    used: Counter[tuple[str, int]],
    taken: Counter[frozenset[tuple[str, int]]],
) -> float:
    length = line.length
    if line.start.at == line.end.at:
        return math.inf
    shared = sum(used[end] for end in _ends(line))
    return (
        length
        + max(0.0, _LEAST - length) * 10
        + _LEAVING * line.passes(own[0])
        + _ENTERING * line.passes(own[1])
        + _TWIN * taken[frozenset(_ends(line))]
        + _SHARED * shared
        + _TURNED * _backwards(line.start.out, line.start.at, line.end.at)
        + _GRAZING * _backwards(line.end.out, line.end.at, line.start.at)
    )


def _backwards(out: Point, at: Point, to: Point) -> float:
    """How much a line leaves a site against its direction: 0 straight out to 2 straight in."""
    dx, dy = to.x - at.x, to.y - at.y
    reach = math.hypot(dx, dy) or 1.0
    return 1 - (dx * out.x + dy * out.y) / reach


def _angle(a: Point, b: Point) -> float:
    return math.atan2(b.y - a.y, b.x - a.x)


def _clips(a: Point, b: Point, rect: Rect) -> bool:
    """Say whether a straight line passes a rectangle (Liang and Barsky's clipping)."""
    (x, y), (u, v) = a, b
    if max(x, u) < rect.x or min(x, u) > rect.right or max(y, v) < rect.y:
        return False  # most are far apart
    first, last = 0.0, 1.0
    for delta, low, high in (
        (u - x, rect.x - x, rect.right - x),
        (v - y, rect.y - y, rect.bottom - y),
    ):
        if abs(delta) < 1e-9:  # noqa: PLR2004 - parallel to this side
            if low > 0 or high < 0:
                return False
            continue
        enter, leave = sorted((low / delta, high / delta))
        first, last = max(first, enter), min(last, leave)
    return first < last
