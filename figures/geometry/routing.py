"""The curve of each edge: from port to port, through gutters and lanes, around the boxes."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise
from typing import Final

from figures.geometry.byways import Edges, blocked, byway
from figures.geometry.curves import Piece, line, s_curve, trace
from figures.geometry.detours import detour
from figures.layout import Column, Layout, Port
from figures.plane import Point, Rect
from graph.model.identity import EntityId
from graph.model.subgraph import CountedClaim

STUB: Final = 16.0  # straight end of an edge, under its head
MARK_STUB: Final = 34.0  # the same under an up or down mark
_WIDE: Final = 64.0  # a narrower gutter has shorter straight ends
_BOW: Final = 30.0  # how far an arc within a column swings out, and how much more a step
_NEAR: Final = 2.0  # between a straight line and a box it passes, without columns
_CLEAR: Final = 9.0  # between a free curve and a box it passes
_MOST_BOW: Final = 78.0
_CROWD: Final = 60  # boxes; among more a free curve is rarely found, and looking for it takes long
_TRIED_IN_A_CROWD: Final = 8
_THRONG: Final = 150  # boxes; among more the plainest curve is taken as it is

Route = tuple[Point, tuple[Piece, ...]]


class Router:
    """Finds the curves of the claims of one layout; what they all ask is answered once.

    Args:
        layout: Where things stand.
        boxes: All boxes, for those in the way.

    """

    def __init__(self, layout: Layout, boxes: Mapping[EntityId, Rect]) -> None:
        self._layout = layout
        self._boxes = boxes
        self._page = Rect(0, 0, *layout.size)
        # Few boxes are met by a curve: the numbers of all stand ready to be compared.
        self._edges = {id_: (x, y, x + w, y + h) for id_, (x, y, w, h) in boxes.items()}
        self._bends: Counter[Point] = Counter()  # of lines that go round boxes
        self._barred = [_barred(column, boxes.values()) for column in layout.columns]

    def route(self, counted: CountedClaim, *, marked: bool = False) -> Route:
        """Find the curve of a claim, from its subject to its object.

        Args:
            counted: The claim.
            marked: Leave room for a mark at the subject's end.

        """
        claim, layout = counted.claim, self._layout
        ends = (claim.subject, claim.object)
        count = len(self._boxes) - len(set(ends))
        others = (
            [] if count > _THRONG else [at for id_, at in self._edges.items() if id_ not in ends]
        )
        start, end = layout.ports[claim.id]
        stubs = (MARK_STUB if marked else STUB, STUB)
        if not layout.columns and claim.subject != claim.object and others:
            if (path := self._free(counted, start, end, others)) is not None:
                return path
        elif not layout.moved.intersection(ends):
            path = _regular(counted, layout, stubs)
            if count > _THRONG or not crossed(path, others):
                return path
        tried = islice(self._tried(counted, start, end), _tried_among(count))
        return _best(tried, lambda path: crossed(path, others) + 2 * _leaves(path, self._page))

    def _free(
        self, counted: CountedClaim, start: Port, end: Port, others: Sequence[Edges]
    ) -> Route | None:
        """Straight where nothing stands in the way, else round it."""
        claim = counted.claim
        subject, object_ = self._boxes[claim.subject], self._boxes[claim.object]
        a, b = start.on(subject), end.on(object_)
        near = [(x - _NEAR, y - _NEAR, u + _NEAR, v + _NEAR) for x, y, u, v in others]
        if not blocked(a, b, near):
            return a, (line(a, b),)
        return byway(subject, object_, others, self._page, self._bends)

    def _tried(self, counted: CountedClaim, start: Port, end: Port) -> Iterator[Route]:
        """The curves of an edge whose ends were moved, the plainest first."""
        claim = counted.claim
        subject, object_ = self._boxes[claim.subject], self._boxes[claim.object]
        if self._layout.columns:
            if passing := self._passing(subject, object_, (start, end)):
                yield passing
        elif claim.subject != claim.object:
            a, b = start.on(subject), end.on(object_)
            yield a, (line(a, b),)
        others = (
            box for id_, box in self._boxes.items() if id_ not in (claim.subject, claim.object)
        )
        yield from detour(subject, object_, start, end, others)

    def _passing(self, subject: Rect, object_: Rect, ports: tuple[Port, Port]) -> Route | None:
        """A curve between moved boxes that passes the columns between them where they are free."""
        forward = subject.centre.x < object_.centre.x
        sides = ("right", "left") if forward else ("left", "right")
        a = Port(sides[0], ports[0].offset).on(subject)
        b = Port(sides[1], ports[1].offset).on(object_)
        low, high = sorted((a.x, b.x))
        if (b.x - a.x) * (1 if forward else -1) < 2 * STUB:
            return None
        stub = STUB if forward else -STUB
        stops = [a, Point(a.x + stub, a.y)]
        columns = list(zip(self._layout.columns, self._barred, strict=True))
        for column, barred in columns if forward else reversed(columns):
            if low + STUB <= column.left and column.right <= high - STUB:
                share = ((column.left + column.right) / 2 - a.x) / (b.x - a.x)
                y = _free_height(barred, a.y + (b.y - a.y) * share)
                near, far = (column.left, column.right) if forward else (column.right, column.left)
                stops += [Point(near, y), Point(far, y)]
        stops += [Point(b.x - stub, b.y), b]
        return a, tuple(
            line(one, other) if index % 2 == 0 else s_curve(one, other)
            for index, (one, other) in enumerate(pairwise(stops))
        )


def _tried_among(others: int) -> int | None:
    if others > _THRONG:
        return 1
    return _TRIED_IN_A_CROWD if others > _CROWD else None


def _best(tried: Iterable[Route], badness: Callable[[Route], int]) -> Route:
    """The first path without a flaw, else the first of those with fewest; few are looked at."""
    paths = iter(tried)
    first, second = next(paths), next(paths, None)
    if second is None:
        return first
    best, least = first, badness(first)
    for path in chain((second,), paths):
        if not least:
            break
        if (bad := badness(path)) < least:
            best, least = path, bad
    return best


def crossed(path: Route, boxes: Sequence[Edges]) -> int:
    """How many boxes (left, top, right, bottom) a curve passes through."""
    start, pieces = path
    hit: set[int] = set()
    # Written out: a figure asks this of every curve and box.
    for piece in pieces:
        (ax, ay), ((bx, by), (cx, cy), (dx, dy)) = start, piece
        x, right = min(ax, bx, cx, dx), max(ax, bx, cx, dx)
        y, bottom = min(ay, by, cy, dy), max(ay, by, cy, dy)
        near = [
            index
            for index, box in enumerate(boxes)
            if box[0] < right and x < box[2] and box[1] < bottom and y < box[3]
        ]
        if near:
            points = trace(start, piece)
            hit.update(i for i in near if i not in hit and _holds_any(boxes[i], points))
        start = piece[2]
    return len(hit)


def _holds_any(box: Edges, points: Iterable[tuple[float, float]]) -> bool:
    left, top, right, bottom = box
    return any(left < x < right and top < y < bottom for x, y in points)


def _barred(column: Column, boxes: Iterable[Rect]) -> list[tuple[float, float]]:
    """The heights at which boxes of a column are in the way: intervals that share none."""
    spans = sorted(
        (box.y - _CLEAR, box.bottom + _CLEAR)
        for box in boxes
        if box.x < column.right and column.left < box.right
    )
    barred: list[tuple[float, float]] = []
    for low, high in spans:
        if barred and low < barred[-1][1]:
            barred[-1] = (barred[-1][0], max(barred[-1][1], high))
        else:
            barred.append((low, high))
    return barred


def _free_height(barred: Sequence[tuple[float, float]], wish: float) -> float:
    """The height nearest to the one wished for at which no box of a column is in the way."""
    at = bisect_left(barred, (wish, wish)) - 1
    if at < 0 or wish >= barred[at][1]:
        return wish
    low, high = barred[at]
    return low if wish - low <= high - wish else high


def _leaves(path: Route, page: Rect) -> bool:
    """Say whether a curve leaves the picture."""
    hull = _hull(path)
    if (
        hull.x > page.x
        and hull.y > page.y
        and hull.right < page.right
        and hull.bottom < page.bottom
    ):
        return False
    start, pieces = path
    for piece in pieces:
        if not all(page.holds(Point(*at)) for at in trace(start, piece, 12.0)):
            return True
        start = piece[2]
    return False


def _hull(path: Route) -> Rect:
    """A rectangle around a curve: it never leaves that of its control points."""
    points = [path[0], *(point for piece in path[1] for point in piece)]
    left, top = min(point.x for point in points), min(point.y for point in points)
    right, bottom = max(point.x for point in points), max(point.y for point in points)
    return Rect(left, top - 1, right - left, bottom - top + 2)


def _regular(counted: CountedClaim, layout: Layout, stubs: tuple[float, float]) -> Route:
    claim = counted.claim
    start, end = layout.ports[claim.id]
    a, b = start.on(layout.box(claim.subject)), end.on(layout.box(claim.object))
    if start.side in {"top", "bottom"}:
        return a, (line(a, b),)
    if start.side == end.side:
        return a, tuple(_arc(a, b, layout, start.side))
    return a, tuple(_across(counted, layout, (a, b), stubs))


def _across(
    counted: CountedClaim, layout: Layout, ends: tuple[Point, Point], stubs: tuple[float, float]
) -> list[Piece]:
    """Straight to the column's edge, an S through each gutter, straight along each lane."""
    a, b = ends
    lanes = layout.lanes.get(counted.claim.id, {})
    forward = a.x < b.x
    stops = [a, _stub(a, layout, stubs[0], forward=forward)]
    for index in sorted(lanes, reverse=not forward):
        column = layout.columns[index]
        near, far = (column.left, column.right) if forward else (column.right, column.left)
        stops += [Point(near, lanes[index]), Point(far, lanes[index])]
    stops += [_stub(b, layout, stubs[1], forward=not forward), b]
    return [
        line(one, other) if index % 2 == 0 else s_curve(one, other)
        for index, (one, other) in enumerate(pairwise(stops))
    ]


def _stub(port: Point, layout: Layout, least: float, *, forward: bool) -> Point:
    """Where the straight end of an edge begins to bend: past its own column's boxes."""
    column = min(layout.columns, key=lambda one: max(0.0, one.left - port.x, port.x - one.right))
    least *= min(1.0, layout.gutter / _WIDE)
    if forward:
        return Point(max(column.right, port.x + least), port.y)
    return Point(min(column.left, port.x - least), port.y)


def _arc(a: Point, b: Point, layout: Layout, side: str) -> list[Piece]:
    """Out of the column, round the boxes between, and back in."""
    column = min(layout.columns, key=lambda one: abs((one.left + one.right) / 2 - a.x))
    edge = column.left - 4 if side == "left" else column.right + 4
    sign = -1 if side == "left" else 1
    room = (edge - column.band.x) if side == "left" else (column.band.right - edge)
    reach = min(_MOST_BOW, _BOW + abs(a.y - b.y) * 0.12, max(12.0, room - 14)) * sign
    out, back = Point(edge + sign * STUB / 2, a.y), Point(edge + sign * STUB / 2, b.y)
    bend = (Point(out.x + reach, a.y), Point(back.x + reach, b.y), back)
    return [line(a, out), bend, line(back, b)]
