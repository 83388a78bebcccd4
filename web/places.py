"""Where things stand on the canvas: step by step, so that what is there keeps its place."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from statistics import fmean, median
from typing import Final, cast

from figures.layout import (
    Layout,
    arrange,
    axis_layout,
    organic_points,
    organic_room,
    organic_sizes,
)
from figures.plane import Point, Rect, Size
from figures.style import Theme
from figures.text import display_name
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.snapshot import Frame
from graph.model.subgraph import Subgraph
from web.memory import Memory
from web.view import Placed, View

# About square, as a canvas between two columns is, and narrow, so that names stay readable there.
WIDTH: Final = 1120.0
HEIGHT: Final = 920.0

_WIDEST: Final = 1600.0
_TYPE: Final = 22.0  # of names, that a frame is so wide for; larger type has a wider one
_SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_LEAST_GUTTER: Final = 45.0  # head, mark and stub of an edge
_SLOT: Final = 260.0  # of a column, where some have no box yet and may get one
_ROW: Final = 84.0  # of a column's height, for each box
_HEADED: Final = 110.0  # for its heading and foot
_LOWEST: Final = 300.0
_GAP: Final = 30.0  # between a new box and those around it
_LEFT: Final = 64.0  # least middle of a box
_TOP: Final = 50.0  # below the headings of the columns
_HEADINGS: Final = 40.0  # where the headings are, nothing stands

Points = Mapping[EntityId, Point]


@dataclass(frozen=True, slots=True)
class Plan:
    """Centres of boxes, and the frame they are in.

    Attributes:
        shift: How far everything went right, to make room for a column left of the first.

    """

    points: Points
    frame: Frame
    shift: float


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where everything stands after some steps.

    Attributes:
        frame: Width, height (of a small view a low one), scale.
        slotted: Each column stands where it would if all had boxes, so that others find room.
        sizes: Of the boxes, once something was added to the first step.

    """

    points: Points
    frame: tuple[float, float, float]
    slotted: bool
    sizes: Mapping[EntityId, Size] = field(default_factory=dict)


def places(view: View, subgraph: Subgraph, theme: Theme, memory: Memory | None = None) -> Plan:
    """Replay the steps of a view: the entities of each find room around those before.

    The same steps over the same graph end in the same places, in any browser.

    Args:
        view: The steps, and what a person moved.
        subgraph: Everything in the view.
        theme: Its type decides how large a box is.
        memory: Where earlier steps were replayed; those are not replayed again.

    """
    stage = _replayed(view, subgraph, theme, memory or Memory())
    if view.layout == "organic":
        return _plan(stage.points, view, Frame(WIDTH, HEIGHT, 1.0))
    fixed = {EntityId(pin[0]) for pin in view.pinned} & stage.points.keys()
    settled = _settled(stage.points, stage.sizes, fixed) if stage.sizes else stage.points
    return _plan(settled, view, Frame(*stage.frame))


def _replayed(view: View, subgraph: Subgraph, theme: Theme, memory: Memory) -> _Stage:
    steps = view.steps or ((),)
    places = view.placed and (view.placed.frame, *sorted(view.placed.points.items()))
    keys = [(view.layout, theme.name, places, steps[:count]) for count in range(len(steps) + 1)]
    stage, done = _kept(view.placed), 0
    for count in range(len(steps), 0, -1):
        if found := memory.get("stage", keys[count]):
            stage, done = found, count
            break
    shown = {id_ for step in steps[:done] for id_ in step}
    for step in steps[done:]:
        shown.update(step)
        stage = _next(stage, _among(subgraph, shown), step, view.layout, theme)
    return memory.put("stage", keys[-1], cast("_Stage", stage))  # there is at least one step


def _next(
    before: _Stage | None, part: Subgraph, step: Iterable[str], layout: str, theme: Theme
) -> _Stage:
    if before is None:
        return _organic_start(part, theme) if layout == "organic" else _start(part, theme)
    new = _nearest_first(part, (one for one in step if one not in before.points))
    if not new:
        return before
    if layout == "organic":
        return _organic_step(before, part, new, theme)
    return _step(before, part, new, theme)


def _step(before: _Stage, part: Subgraph, new: Iterable[Entity], theme: Theme) -> _Stage:
    points, (width, height, scale) = dict(before.points), before.frame
    width = _SLOT * _columns(part) if before.slotted else width
    sizes = axis_layout(part, theme, width, height=height, scale=scale).sizes
    for entity in new:
        points[entity.id] = _room(entity, part, points, sizes)
    return replace(before, points=points, frame=(width, height, scale), sizes=sizes)


def _settled(
    points: Points, sizes: Mapping[EntityId, Size], fixed: Collection[EntityId]
) -> dict[EntityId, Point]:
    """Make room for boxes that grew taller with the claims they got; most stay where they are.

    Those a person put somewhere count as standing where they were; whoever came later gives way.
    """
    settled: dict[EntityId, Point] = {id_: points[id_] for id_ in points if id_ in fixed}
    for id_, point in points.items():
        if id_ in settled or id_ not in sizes:
            continue
        level = max(point.y, _HEADINGS + sizes[id_].height / 2)
        box = Rect.around(Point(point.x, level), sizes[id_])
        standing = {one: at for one, at in settled.items() if one in sizes}
        met = any(box.meets(Rect.around(at, sizes[one])) for one, at in standing.items())
        y = _level_free(point.x, level, sizes[id_], standing, sizes) if met else level
        settled[id_] = Point(point.x, round(y, 1))
    return {**points, **settled}


def _organic_start(part: Subgraph, theme: Theme) -> _Stage:
    """Without columns forces place the first step; others go near their neighbours."""
    points = organic_points(part, organic_sizes(part.entities, theme))
    return _Stage(points, (WIDTH, HEIGHT, 1.0), slotted=False)


def _organic_step(before: _Stage, part: Subgraph, new: Iterable[Entity], theme: Theme) -> _Stage:
    sizes = organic_sizes(part.entities, theme)
    points = dict(before.points)
    for entity in new:
        points[entity.id] = organic_room(entity, part, points, sizes)
    return replace(before, points=points)


def _plan(points: Points, view: View, frame: Frame) -> Plan:
    """Put what a person moved in its place, and nothing left of the margin."""
    moved = {EntityId(id_): Point(x, y) for id_, x, y in view.pinned if id_ in points}
    placed = {**points, **moved}
    shift = round(max(0.0, _LEFT - min((point.x for point in placed.values()), default=_LEFT)), 1)
    shifted = {id_: Point(point.x + shift, point.y) for id_, point in placed.items()}
    return Plan(shifted, frame, shift)


def _kept(placed: Placed | None) -> _Stage | None:
    if placed is None or not placed.points:
        return None
    points = {EntityId(id_): Point(*at) for id_, at in placed.points.items()}
    return _Stage(points, placed.frame, slotted=False)


def _start(subgraph: Subgraph, theme: Theme) -> _Stage:
    height = min(HEIGHT, max(_LOWEST, _HEADED + _ROW * _tallest(subgraph)))
    columns = _columns(subgraph)
    if columns == len(vocabulary.compartments()):
        width = round(WIDTH * theme.sizes.label / _TYPE)
        layout = _fitting(subgraph, theme, width, height)
        return _Stage(layout.positions, (layout.size.width, height, layout.scale), slotted=False)
    layout = _fitting(subgraph, theme, _SLOT * max(1, columns), height)
    order = list(vocabulary.compartments())
    slots = {one.id: _SLOT * (order.index(one.place) + 0.5) for one in subgraph.entities}
    points = {id_: Point(slots[id_], point.y) for id_, point in layout.positions.items()}
    return _Stage(points, (layout.size.width, height, layout.scale), slotted=True)


def _columns(subgraph: Subgraph) -> int:
    return len({entity.place for entity in subgraph.entities})


def _tallest(subgraph: Subgraph) -> int:
    """The number of boxes in the column that has most."""
    return max(Counter(entity.place for entity in subgraph.entities).values(), default=0)


def _fitting(subgraph: Subgraph, theme: Theme, width: float, height: float) -> Layout:
    """Of the layouts that fit the frame, one that breaks no word, then the largest type.

    Where none fits, the smallest type does, and the frame grows taller; shown smaller for its
    height, it may be wider too, where that leaves words whole.
    """
    arrangement = arrange(subgraph)
    layouts = [
        axis_layout(subgraph, theme, width, height=height, scale=scale, arrangement=arrangement)
        for scale in _SCALES
    ]
    fitting = [one for one in layouts if one.size.height <= HEIGHT and one.gutter >= _LEAST_GUTTER]
    if fitting:
        return min(fitting, key=lambda one: (_broken(one, subgraph), -one.scale))
    tall = layouts[-1]
    wider = min(_WIDEST, round(width * tall.size.height / HEIGHT))
    wide = axis_layout(
        subgraph, theme, max(width, wider), height=height, scale=tall.scale, arrangement=arrangement
    )
    return min(tall, wide, key=lambda one: _broken(one, subgraph))


def _broken(layout: Layout, subgraph: Subgraph) -> int:
    """How many names are cut, or broken inside a word."""
    names = {entity.id: display_name(entity.name) for entity in subgraph.entities}
    return sum(" ".join(lines) != names[id_] for id_, lines in layout.lines.items())


def _among(subgraph: Subgraph, ids: set[str]) -> Subgraph:
    return Subgraph.of(
        (entity for entity in subgraph.entities if entity.id in ids),
        (one for one in subgraph.claims if {one.claim.subject, one.claim.object} <= ids),
    )


def _nearest_first(part: Subgraph, new: Iterable[str]) -> list[Entity]:
    """Those with most claims first: they get the place they ask for."""
    wanted = set(new)
    claims = [end for one in part.claims for end in (one.claim.subject, one.claim.object)]
    entities = [entity for entity in part.entities if entity.id in wanted]
    return sorted(entities, key=lambda entity: (-claims.count(entity.id), entity.id))


def _room(entity: Entity, part: Subgraph, points: Points, sizes: Mapping[EntityId, Size]) -> Point:
    """A free place in the entity's column, as level with its neighbours as can be."""
    x = round(_column(entity, part, points), 1)
    level = round(_level(entity, part, points), 1)
    return Point(x, round(_level_free(x, level, sizes[entity.id], points, sizes), 1))


def _level_free(
    x: float, level: float, size: Size, points: Points, sizes: Mapping[EntityId, Size]
) -> float:
    """The height nearest to a level at which a box comes near no other."""
    across, down = (size.width + _GAP) / 2, (size.height + _GAP) / 2
    barred: list[tuple[float, float]] = []
    for id_, point in points.items():
        other = sizes[id_]
        if abs(point.x - x) < across + other.width / 2:
            reach = down + other.height / 2
            barred.append((point.y - reach, point.y + reach))
    least = _TOP + size.height / 2
    heights: list[float] = [
        max(level, least),
        *(edge for pair in barred for edge in pair if edge >= least),
    ]
    free = [y for y in heights if not any(low < y < high for low, high in barred)]
    return min(free, key=lambda y: (abs(y - level), -y))


def _column(entity: Entity, part: Subgraph, points: Points) -> float:
    """The middle of the entity's column: where its boxes stand, else between its neighbours'."""
    order = list(vocabulary.compartments())
    stand: dict[int, list[float]] = {}
    for one in part.entities:
        if one.id in points:
            stand.setdefault(order.index(one.place), []).append(points[one.id].x)
    middles = {index: median(xs) for index, xs in stand.items()}
    own = order.index(entity.place)
    if own in middles:
        return middles[own]
    left = max((index for index in middles if index < own), default=None)
    right = min((index for index in middles if index > own), default=None)
    if left is not None and right is not None:
        share = (own - left) / (right - left)
        return middles[left] + share * (middles[right] - middles[left])
    if left is not None:
        return middles[left] + _SLOT * (own - left)
    return middles[right] - _SLOT * (right - own) if right is not None else _SLOT * (own + 0.5)


def _level(entity: Entity, part: Subgraph, points: Points) -> float:
    """The mean height of the neighbours that stand already."""
    ends = [
        {one.claim.subject, one.claim.object} - {entity.id}
        for one in part.claims
        if entity.id in {one.claim.subject, one.claim.object}
    ]
    heights = [points[id_].y for pair in ends for id_ in pair if id_ in points]
    return fmean(heights) if heights else HEIGHT / 2
