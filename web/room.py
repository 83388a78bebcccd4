"""Finding room on the canvas: a place for a new box, as level with its neighbours as can be."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from statistics import fmean, median
from typing import Final

from figures.plane import Point, Rect, Size
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.subgraph import Subgraph

SLOT: Final = 260.0  # of a column, where some have no box yet and may get one

_GAP: Final = 30.0  # between a new box and those around it
_TOP: Final = 50.0  # below the headings of the columns
_HEADINGS: Final = 40.0  # where the headings are, nothing stands

Points = Mapping[EntityId, Point]


def with_room(
    part: Subgraph,
    new: Iterable[str],
    points: Points,
    sizes: Mapping[EntityId, Size],
    middle: float,
) -> dict[EntityId, Point]:
    """Find room for new boxes, one after the other; all others stay where they are.

    Args:
        part: Everything that is placed then.
        new: Who has no place yet.
        points: Where the others stand.
        sizes: Of all boxes.
        middle: The height for one without neighbours.

    """
    placed = dict(points)
    near = _neighbours(part)
    for entity in nearest_first(part, new):
        x = round(_column(entity, part, placed), 1)
        heights = [placed[id_].y for id_ in near.get(entity.id, ()) if id_ in placed]
        level = round(fmean(heights) if heights else middle, 1)
        y = _level_free(x, level, sizes[entity.id], placed.items(), sizes)
        placed[entity.id] = Point(x, round(y, 1))
    return placed


def settled(
    points: Points, sizes: Mapping[EntityId, Size], fixed: Collection[EntityId]
) -> dict[EntityId, Point]:
    """Make room for boxes that grew taller with the claims they got; most stay where they are.

    Those a person put somewhere count as standing where they were; whoever came later gives way.
    """
    widest = max((size.width for size in sizes.values()), default=1.0) + _GAP
    standing: dict[int, list[tuple[EntityId, Point, Rect]]] = {}

    def stand(id_: EntityId, at: Point) -> None:
        if id_ in sizes:
            row = (id_, at, Rect.around(at, sizes[id_]))
            standing.setdefault(int(at.x // widest), []).append(row)

    found: dict[EntityId, Point] = {id_: points[id_] for id_ in points if id_ in fixed}
    for id_, point in found.items():
        stand(id_, point)
    for id_, point in points.items():
        if id_ in found or id_ not in sizes:
            continue
        level = max(point.y, _HEADINGS + sizes[id_].height / 2)
        box = Rect.around(Point(point.x, level), sizes[id_])
        column = int(point.x // widest)  # whoever meets it stands there, or in the next ones
        near = [one for at in (column - 1, column, column + 1) for one in standing.get(at, ())]
        met = any(box.meets(rect) for _, _, rect in near)
        stood = [(one, at) for one, at, _ in near]
        y = _level_free(point.x, level, sizes[id_], stood, sizes) if met else level
        found[id_] = Point(point.x, round(y, 1))
        stand(id_, found[id_])
    return {**points, **found}


def nearest_first(part: Subgraph, new: Iterable[str]) -> list[Entity]:
    """Those with most claims first: they get the place they ask for."""
    wanted = set(new)
    claims = Counter(end for one in part.claims for end in (one.claim.subject, one.claim.object))
    entities = [entity for entity in part.entities if entity.id in wanted]
    return sorted(entities, key=lambda entity: (-claims[entity.id], entity.id))


def _neighbours(part: Subgraph) -> dict[str, list[EntityId]]:
    """Whom each entity shares a claim with, once for each claim."""
    near: dict[str, list[EntityId]] = {}
    for one in part.claims:
        subject, object_ = one.claim.subject, one.claim.object
        if subject != object_:
            near.setdefault(subject, []).append(EntityId(object_))
            near.setdefault(object_, []).append(EntityId(subject))
    return near


def _level_free(
    x: float,
    level: float,
    size: Size,
    stood: Iterable[tuple[EntityId, Point]],
    sizes: Mapping[EntityId, Size],
) -> float:
    """The height nearest to a level at which a box comes near no other."""
    across, down = (size.width + _GAP) / 2, (size.height + _GAP) / 2
    barred: list[tuple[float, float]] = []
    for id_, point in stood:
        other = sizes.get(id_)
        if other is not None and abs(point.x - x) < across + other.width / 2:
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
        return middles[left] + SLOT * (own - left)
    return middles[right] - SLOT * (right - own) if right is not None else SLOT * (own + 0.5)
