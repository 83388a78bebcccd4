"""Which layout a figure takes, and how large: the largest type that its room allows."""

from dataclasses import replace
from itertools import combinations
from typing import Final

from figures.layout import Arrangement, Layout, arrange, axis_layout, grown_layout, organic_layout
from figures.plane import Point, Size
from figures.style import Theme
from graph.errors import TooLarge
from graph.model.identity import EntityId
from graph.model.snapshot import Frame, Snapshot
from graph.model.subgraph import Subgraph

MOST_ENTITIES: Final = 1000
LEAST_SCALE: Final = 0.6  # smaller, and the figure grows taller instead

_SCALES: Final = (1.3, 1.2, 1.1, 1.02, 0.96, 0.9, 0.84, 0.78, 0.72, 0.66, LEAST_SCALE)
_LEAST_GUTTER: Final = 74.0
_RIGID: Final = 0.7  # share of a height that stays, at least, where columns become wider
_PLANE: Final = Size(1388.0, 560.0)  # of a snapshot that has no frame of its own
_EDGE: Final = 20.0  # around boxes that were placed by hand
_TOP: Final = 50.0  # below the headings of columns
_ASIDE: Final = 22.0  # between boxes beside each other that a stretch moved
_ABOVE: Final = 9.0
_MOST_STRETCH: Final = 1.5


def refuse_too_large(subgraph: Subgraph) -> None:
    """Refuse what no figure shows.

    Raises:
        TooLarge: More than 1,000 entities.

    """
    count = len(subgraph.entities)
    if count > MOST_ENTITIES:
        raise TooLarge(
            f"A figure of {count:,} entities is past the limit of {MOST_ENTITIES:,}; "
            "filter the view, or export the data instead"
        )


def plane(snapshot: Snapshot, look: Theme, arrangement: Arrangement | None = None) -> Layout:
    """The layout of a snapshot in its own pixels."""
    pinned = _pinned(snapshot, 1.0)
    if snapshot.layout == "organic":
        return organic_layout(snapshot.subgraph, look, snapshot.frame, pinned)
    if snapshot.frame is None:
        return axis_layout(
            snapshot.subgraph,
            look,
            _PLANE.width,
            height=_PLANE.height,
            pinned=pinned,
            arrangement=arrangement,
        )
    return grown_layout(snapshot.subgraph, look, snapshot.frame, pinned, arrangement)


def fitted(snapshot: Snapshot, look: Theme, room: Size) -> tuple[Layout, float]:
    """A layout for a room, and the factor by which it is drawn there.

    Where nothing was placed on a canvas, everything is laid out for the room; else what stands
    there keeps its place, spread over the room.
    """
    if snapshot.layout == "organic":
        return _spread(snapshot, look, room)
    if snapshot.frame is None:
        return _columns(snapshot, look, room)
    if not plane(snapshot, look).moved:
        return _columns(replace(snapshot, positions={}), look, room)
    return _spread(snapshot, look, room)


def _columns(snapshot: Snapshot, look: Theme, room: Size) -> tuple[Layout, float]:
    """Columns with the largest type that fits; the smallest type, and taller, if none does."""
    arrangement = arrange(snapshot.subgraph)
    needed = 0.0  # an estimate from the last try, so that hopeless scales are not tried
    for scale in _SCALES:
        if needed * scale > room.height and scale != LEAST_SCALE:
            continue
        plan = axis_layout(
            snapshot.subgraph,
            look,
            room.width / scale,
            height=room.height / scale,
            pinned=_pinned(snapshot, scale),
            arrangement=arrangement,
        )
        if plan.size.height * scale <= room.height + 0.5 and plan.gutter >= _LEAST_GUTTER:
            break
        needed = _RIGID * plan.size.height
    return plan, scale


def _spread(snapshot: Snapshot, look: Theme, room: Size) -> tuple[Layout, float]:
    """What stands on a canvas, its distances stretched to the room, its type as large as fits."""
    found = plane(snapshot, look)
    for scale in _SCALES:
        plan = _stretched(found, snapshot, look, Size(room.width / scale, room.height / scale))
        wide, high = _extent(plan)
        if wide * scale <= room.width + 1 and high * scale <= room.height + 1 and _apart(plan):
            return plan, scale
    wide, high = _extent(found)
    across = room.width / max(1.0, wide)
    return found, min(1.0, across, max(LEAST_SCALE, room.height / max(1.0, high)))


def _stretched(plan: Layout, snapshot: Snapshot, look: Theme, room: Size) -> Layout:
    if not plan.positions:
        return plan
    half_wide = max(size.width for size in plan.sizes.values()) / 2 + _EDGE
    half_high = max(size.height for size in plan.sizes.values()) / 2 + _EDGE
    top = half_high + (_TOP if plan.columns else 0.0)
    across = [point.x for point in plan.positions.values()]
    down = [point.y for point in plan.positions.values()]
    x = _axis(min(across), max(across), half_wide, room.width - half_wide)
    y = _axis(min(down), max(down), top, room.height - half_high)
    points = {
        id_: Point(round(at.x * x[0] + x[1], 1), round(at.y * y[0] + y[1], 1))
        for id_, at in plan.positions.items()
    }
    frame = Frame(room.width, room.height, 1.0)
    if snapshot.layout == "organic":
        return replace(organic_layout(snapshot.subgraph, look, frame, points), size=Size(*room))
    return grown_layout(snapshot.subgraph, look, frame, points)


def _axis(low: float, high: float, start: float, end: float) -> tuple[float, float]:
    """Factor and shift that take one span to another, never stretched by more than half."""
    span = high - low
    factor = min(_MOST_STRETCH, (end - start) / span) if span > 1 else 1.0
    return factor, (start + end) / 2 - factor * (low + high) / 2


def _extent(plan: Layout) -> Size:
    boxes = [plan.box(id_) for id_ in plan.positions]
    return Size(
        max([plan.size.width, *(box.right for box in boxes)]),
        max([plan.size.height, *(box.bottom for box in boxes)]),
    )


def _apart(plan: Layout) -> bool:
    boxes = [plan.box(id_) for id_ in plan.positions]
    grown = [
        box._replace(
            x=box.x - _ASIDE / 2,
            y=box.y - _ABOVE / 2,
            width=box.width + _ASIDE,
            height=box.height + _ABOVE,
        )
        for box in boxes
    ]
    return not any(a.meets(b) for a, b in combinations(grown, 2))


def _pinned(snapshot: Snapshot, scale: float) -> dict[EntityId, Point]:
    return {id_: Point(x / scale, y / scale) for id_, (x, y) in snapshot.positions.items()}
