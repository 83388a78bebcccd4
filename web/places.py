"""Where things stand on the canvas: step by step, so that what is there keeps its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, cast

from figures.layout import (
    Arrangement,
    arrange,
    axis_sizes,
    organic_points,
    organic_room,
    organic_sizes,
)
from figures.plane import Point, Size
from figures.style import Theme
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.snapshot import Frame
from graph.model.subgraph import Subgraph
from web.first_places import HEIGHT, WIDTH, columns_of, started
from web.memory import Memory
from web.room import SLOT, nearest_first, settled, with_room
from web.view import Placed, View

_LEFT: Final = 64.0  # least middle of a box

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
    stand = settled(stage.points, stage.sizes, fixed) if stage.sizes else stage.points
    return _plan(stand, view, Frame(*stage.frame))


def arranged(subgraph: Subgraph, memory: Memory) -> Arrangement:
    """Order the boxes of a subgraph in their columns: the slow part, done once for each."""
    key = (tuple(one.id for one in subgraph.entities), tuple(one.id for one in subgraph.claims))
    return memory.once("arrangement", key, lambda: arrange(subgraph))


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
        stage = _next(stage, _among(subgraph, shown), step, view.layout, theme, memory)
    return memory.put("stage", keys[-1], cast("_Stage", stage))  # there is at least one step


def _next(
    before: _Stage | None,
    part: Subgraph,
    step: Iterable[str],
    layout: str,
    theme: Theme,
    memory: Memory,
) -> _Stage:
    if before is None:
        if layout == "organic":
            return _organic_start(part, theme)
        return _Stage(*started(part, theme, arranged(part, memory)))
    new = [one for one in step if one not in before.points]
    if not nearest_first(part, new):
        return before
    if layout == "organic":
        return _organic_step(before, part, nearest_first(part, new), theme)
    return _step(before, part, new, theme, memory)


def _step(
    before: _Stage, part: Subgraph, new: Iterable[str], theme: Theme, memory: Memory
) -> _Stage:
    width, height, scale = before.frame
    width = SLOT * columns_of(part) if before.slotted else width
    sizes = axis_sizes(part, theme, width, scale, arranged(part, memory))
    points = with_room(part, new, before.points, sizes, HEIGHT / 2)
    return replace(before, points=points, frame=(width, height, scale), sizes=sizes)


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


def _among(subgraph: Subgraph, ids: set[str]) -> Subgraph:
    if len(ids) == len(subgraph.entities) and ids.issuperset(one.id for one in subgraph.entities):
        return subgraph
    return Subgraph.of(
        (entity for entity in subgraph.entities if entity.id in ids),
        (one for one in subgraph.claims if {one.claim.subject, one.claim.object} <= ids),
    )
