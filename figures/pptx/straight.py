"""Which sites of two shapes a straight connector joins, and where its words stand."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from figures.geometry.drawing import Box, Drawing, Edge
from figures.outlines import hexagon
from figures.plane import Point, Rect

_LEAVING: Final = 700.0  # that a line costs which starts through its own box
_ENTERING: Final = 3_000.0  # and one whose head is hidden by the box it comes to
_SKIN: Final = 2.0  # pixels inside a border that a line may touch
_THROUGH: Final = 900.0  # pixels that a line through a foreign box costs
_TWIN: Final = 5_000.0  # that two claims on one line cost
_SHARED: Final = 24.0  # each further line at a site
_TURNED: Final = 260.0  # a line that leaves its site along the border
_GRAZING: Final = 420.0  # and one that comes along it, where it has its head
_LEAST: Final = 34.0  # a shorter line has no room for its head and mark
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
    """A straight connector from a site of its subject to one of its object."""

    edge: Edge
    start: Site
    end: Site

    @property
    def angle(self) -> float:
        """The direction in which it runs (radians, clockwise as y goes down)."""
        (x, y), (u, v) = self.start.at, self.end.at
        return math.atan2(v - y, u - x)

    def along(self, share: float) -> Point:
        """The point so far from start (0) to end (1)."""
        (x, y), (u, v) = self.start.at, self.end.at
        return Point(x + share * (u - x), y + share * (v - y))

    def from_start(self, pixels: float, clear_of: Rect) -> Point:
        """The point so many pixels from the start, or further out where a box is in the way."""
        step = min(0.5, pixels / max(1.0, self.length))
        shares = (step + (0.5 - step) * part / 20 for part in range(21))
        free = (self.along(share) for share in shares if not clear_of.holds(self.along(share)))
        return next(free, self.along(step))

    @property
    def length(self) -> float:
        """In pixels."""
        return math.dist(self.start.at, self.end.at)


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
    used: Counter[tuple[str, int]] = Counter()
    taken: Counter[frozenset[tuple[str, int]]] = Counter()
    found = []
    for edge in drawing.edges:
        pairs = [Line(edge, a, b) for a in at[edge.subject] for b in at[edge.object]]
        near = [box.rect for id_, box in boxes.items() if id_ not in {edge.subject, edge.object}]
        own = boxes[edge.subject].rect.grown(-_SKIN), boxes[edge.object].rect.grown(-_SKIN)
        best = _best([(_cost(line, own, used, taken), line) for line in pairs], near)
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
            (sum(_passes(one, rect) for one in others), number, rect)
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


def _ends(line: Line) -> tuple[tuple[str, int], tuple[str, int]]:
    return (line.edge.subject, line.start.index), (line.edge.object, line.end.index)


def _best(costs: list[tuple[float, Line]], near: Sequence[Rect]) -> Line:
    """The line that costs least with the boxes it passes; most are never held against those."""
    least, best = math.inf, costs[0][1]
    for cost, line in sorted(costs, key=lambda one: one[0]):
        if cost >= least:
            break
        whole = cost + _THROUGH * sum(_passes(line, rect) for rect in near)
        if whole < least:
            least, best = whole, line
    return best


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
        + _LEAVING * _passes(line, own[0])
        + _ENTERING * _passes(line, own[1])
        + _TWIN * taken[frozenset(_ends(line))]
        + _SHARED * shared
        + _TURNED * _backwards(line.start, line.end)
        + _GRAZING * _backwards(line.end, line.start)
    )


def _backwards(site: Site, other: Site) -> float:
    """How much a line leaves a site against its direction: 0 straight out to 2 straight in."""
    dx, dy = other.at.x - site.at.x, other.at.y - site.at.y
    reach = math.hypot(dx, dy) or 1.0
    return 1 - (dx * site.out.x + dy * site.out.y) / reach


def _passes(line: Line, rect: Rect) -> bool:
    """Say whether a line passes a rectangle (Liang and Barsky's clipping)."""
    (x, y), (u, v) = line.start.at, line.end.at
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
