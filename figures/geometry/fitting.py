"""Which layout a figure takes, and how large: the largest type that its room allows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from figures.layout import (
    Arrangement,
    Layout,
    arrange,
    axis_layout,
    grown_layout,
    organic_layout,
    organic_places,
    organic_sizes,
    organic_wishes,
    wrapped,
)
from figures.plane import Point, Size
from figures.style import Theme
from figures.text import ELLIPSIS, display_name
from graph.errors import TooLarge
from graph.model.identity import EntityId
from graph.model.snapshot import Frame, Snapshot
from graph.model.subgraph import Subgraph

MOST_ENTITIES: Final = 1000
FEW_EDGES: Final = 25  # below, edges carry words
LEAST_SCALE: Final = 0.6  # smaller, and the figure grows taller instead

_SCALES: Final = (1.3, 1.2, 1.1, 1.02, 0.96, 0.9, 0.84, 0.78, 0.72, 0.66, LEAST_SCALE)
_LEAST_GUTTER: Final = 64.0
_CLOSE_GUTTER: Final = 44.0  # the same where compartments are wrapped
_RIGID: Final = 0.7  # share of a height that stays, at least, where columns become wider
_PLANE: Final = Size(1388.0, 560.0)  # of a snapshot that has no frame of its own
_LONG_WORD: Final = 26  # characters; longer ones may be broken
_EDGE: Final = 20.0  # around boxes that were placed by hand
_TOP: Final = 50.0  # below the headings of columns
_COLUMN_GAPS: Final = Size(22.0, 9.0)  # between boxes that a stretch moved
_LEAST_GAPS: Final = Size(4.0, 4.0)
_FREE_GAPS: Final = Size(60.0, 34.0)  # the same where edges run in all directions between them
_WORD_GAPS: Final = Size(110.0, 42.0)  # and where they carry words
_HALF: Final = Size(0.5, 0.6)  # of those gaps, where type would else be small
_MOST_STRETCH: Final = 1.5
_MOST_PLACED: Final = 1 / 3  # of the boxes, that columns laid out anew make room for


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


def fitted(snapshot: Snapshot, look: Theme, room: Size, goal: float = 0.0) -> tuple[Layout, float]:
    """A layout for a room, and the factor by which it is drawn there.

    Where little was placed by hand on a canvas, the columns are laid out anew for the room and
    what was placed stands where it stood among them; else everything keeps its place, spread over
    the room.

    Args:
        goal: The factor from which on its names can be read.

    """
    if snapshot.layout == "organic":
        placed = snapshot.positions.keys() & {one.id for one in snapshot.subgraph.entities}
        return (_spread if placed else _free)(snapshot, look, room)
    if snapshot.frame is None:
        return _columns(
            snapshot,
            look,
            room,
            lambda space: _pinned(snapshot, room.width / space.width),
            goal,
        )
    found = plane(snapshot, look)
    if len(found.moved) > _MOST_PLACED * len(found.positions):
        return _spread(snapshot, look, room)

    def pinned(space: Size) -> dict[EntityId, Point]:
        across, down = space.width / found.size.width, space.height / found.size.height
        return {
            id_: Point(found.positions[id_].x * across, found.positions[id_].y * down)
            for id_ in sorted(found.moved)
        }

    return _columns(snapshot, look, room, pinned, goal)


def _columns(
    snapshot: Snapshot,
    look: Theme,
    room: Size,
    pinned: Callable[[Size], dict[EntityId, Point]],
    goal: float,
) -> tuple[Layout, float]:
    """Columns with the largest type that fits; the smallest type, and taller, if none does.

    Where one column for each compartment leaves the type below the goal, crowded ones get more.

    Args:
        pinned: Places that somebody chose, in the pixels of a room of this size.

    """
    best = _largest(snapshot, look, room, pinned, arrange(snapshot.subgraph), _SCALES)
    if best.reaches(goal):
        return best.plan, best.scale
    for arrangement in wrapped(snapshot.subgraph, look, room.height / max(goal, LEAST_SCALE)):
        larger = [scale for scale in _SCALES if scale > best.scale or not best.fits]
        found = _largest(snapshot, look, room, pinned, arrangement, larger)
        best = max(best, found)
        if best.reaches(goal) or found.narrow:
            break
    return best.plan, best.scale


@dataclass(frozen=True, slots=True)
class _Try:
    """A layout, the factor by which it is drawn, and whether it fits there without a flaw.

    Attributes:
        narrow: It is only the width that all scales tried would need more of.

    """

    plan: Layout
    scale: float
    fits: bool
    narrow: bool = False

    def reaches(self, goal: float) -> bool:
        """Say whether its type is large enough."""
        return self.fits and self.scale >= goal

    def __lt__(self, other: "_Try") -> bool:
        return self._rank < other._rank

    @property
    def _rank(self) -> tuple[bool, float, bool, float]:
        roomy = self.plan.gutter >= _CLOSE_GUTTER
        return self.fits, self.scale, roomy, -self.plan.size.height


def _largest(
    snapshot: Snapshot,
    look: Theme,
    room: Size,
    pinned: Callable[[Size], dict[EntityId, Point]],
    arrangement: Arrangement,
    scales: Sequence[float],
) -> _Try:
    """One arrangement at the largest of some scales where it fits; else at the last."""
    needed = 0.0  # an estimate from the last try, so that hopeless scales are not tried
    narrow = True
    least = _CLOSE_GUTTER if arrangement.wrapped else _LEAST_GUTTER
    for scale in scales:
        if needed * scale > room.height and scale != scales[-1]:
            continue
        space = Size(room.width / scale, room.height / scale)
        plan = axis_layout(
            snapshot.subgraph,
            look,
            space.width,
            height=space.height,
            pinned=pinned(space),
            arrangement=arrangement,
        )
        if plan.size.height * scale > room.height + 0.5:
            needed = _RIGID * plan.size.height
            narrow = False
        elif plan.gutter >= least and not _breaks_words(snapshot, plan):
            return _Try(plan, scale, fits=True)
    return _Try(plan, scale, fits=False, narrow=narrow)


def _breaks_words(snapshot: Snapshot, plan: Layout) -> bool:
    """Say whether a word of ordinary length was broken, because its column is narrow."""
    return any(
        len(word) <= _LONG_WORD and not any(word in line for line in plan.lines[one.id])
        for one in snapshot.subgraph.entities
        if not plan.lines[one.id][-1:] or not plan.lines[one.id][-1].endswith(ELLIPSIS)
        for word in display_name(one.name).split()
    )


def _free(snapshot: Snapshot, look: Theme, room: Size) -> tuple[Layout, float]:
    """What nobody placed, without columns: spread over the room, its type as large as fits."""
    wished = organic_wishes(snapshot.subgraph)
    sizes = organic_sizes(snapshot.subgraph.entities, look)
    for scale, gaps in _tries(snapshot):
        space = Size(room.width / scale, room.height / scale)
        points = organic_places(snapshot.subgraph, wished, sizes, gaps, space)
        if points is not None:
            frame = Frame(space.width, space.height, 1.0)
            plan = organic_layout(snapshot.subgraph, look, frame, points)
            return replace(plan, size=space), scale
    return _spread(snapshot, look, room)


def _spread(snapshot: Snapshot, look: Theme, room: Size) -> tuple[Layout, float]:
    """What stands on a canvas, its distances stretched to the room, its type as large as fits."""
    found = plane(snapshot, look)
    for scale, gaps in _tries(snapshot):
        plan = _stretched(found, snapshot, look, Size(room.width / scale, room.height / scale))
        wide, high = _extent(plan)
        fits = wide * scale <= room.width + 1 and high * scale <= room.height + 1
        if fits and _apart(plan, gaps):
            return plan, scale
    wide, high = _extent(found)
    across = room.width / max(1.0, wide)
    scale = min(1.0, across, max(LEAST_SCALE, room.height / max(1.0, high)))
    space = Size(room.width / scale, max(room.height / scale, high))
    wider = _stretched(found, snapshot, look, space)
    return (wider if _apart(wider, _LEAST_GAPS) and _extent(wider) <= space else found), scale


def _tries(snapshot: Snapshot) -> Iterator[tuple[float, Size]]:
    """Scales with the gaps between boxes wanted there: large type goes before wide gaps."""
    if snapshot.layout != "organic":
        yield from ((scale, _COLUMN_GAPS) for scale in _SCALES)
        return
    gaps = _WORD_GAPS if len(snapshot.subgraph.claims) < FEW_EDGES else _FREE_GAPS
    half = Size(_HALF.width * gaps.width, _HALF.height * gaps.height)
    for scale in _SCALES:
        yield scale, gaps
        if scale < 1:
            yield scale, half
    yield LEAST_SCALE, _COLUMN_GAPS


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


def _apart(plan: Layout, gaps: Size) -> bool:
    boxes = [plan.box(id_) for id_ in plan.positions]
    grown = [
        box._replace(
            x=box.x - gaps.width / 2,
            y=box.y - gaps.height / 2,
            width=box.width + gaps.width,
            height=box.height + gaps.height,
        )
        for box in boxes
    ]
    return not any(a.meets(b) for a, b in combinations(grown, 2))


def _pinned(snapshot: Snapshot, scale: float) -> dict[EntityId, Point]:
    return {id_: Point(x / scale, y / scale) for id_, (x, y) in snapshot.positions.items()}
