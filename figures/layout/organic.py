"""The organic layout: what shares claims stands together; no columns, no two boxes overlap.

Where boxes would like to stand, forces say; then room is made for each.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from figures.layout.forces import wished_places
from figures.layout.layout import Layout, Port
from figures.layout.spreading import fitted_into, turned
from figures.layout.untangling import untangled
from figures.plane import Point, Rect, Size
from figures.style import Theme
from figures.text import box_size, label_lines
from graph.model.entity import Entity
from graph.model.identity import ClaimId, EntityId
from graph.model.snapshot import Frame
from graph.model.subgraph import Subgraph

TOP: Final = 60.0  # above the topmost box
_LEFT: Final = 40.0
_TEXT: Final = 200.0  # widest line of a name
_APART: Final = 210.0  # between two boxes, about
_ROOMY: Final = 1.6  # of the room that boxes and their gaps take
_WIDER: Final = (1.15, 1.3, 1.5, 1.75, 2.1, 2.6, 3.2)
_MOST_GAP: Final = Size(230.0, 110.0)
_MARGIN: Final = 12.5  # around a picture in a room
_FLAT: Final = 0.62  # of the picture's height to its width: boxes are wide
_GAP: Final = 26.0
_STEP: Final = 18.0  # of the search for a free place
_TURNS: Final = 2_000
_PARALLEL: Final = 13.0  # between two claims of one pair
_GOLDEN: Final = math.pi * (3 - math.sqrt(5))

Points = Mapping[EntityId, Point]


def organic_wishes(subgraph: Subgraph) -> dict[EntityId, Point]:
    """Where the entities would stand if boxes had no size, in claims' lengths; the slow part."""
    ids = [one.id for one in subgraph.entities]
    places = wished_places(ids, ((one.claim.subject, one.claim.object) for one in subgraph.claims))
    return turned({id_: places[id_] for id_ in ids})


def organic_places(
    subgraph: Subgraph, wished: Points, sizes: Mapping[EntityId, Size], gaps: Size, room: Size
) -> dict[EntityId, Point] | None:
    """Place all boxes in a room, at least so far apart; None where it is too small for that."""
    inner = Size(room.width - 2 * _MARGIN, room.height - 2 * _MARGIN)
    if not wished:
        return {}
    found = fitted_into(wished, sizes, gaps, inner)
    if found is None:
        return None
    for factor in _WIDER:  # the room that is left goes between the boxes
        wider = Size(
            min(_MOST_GAP.width, gaps.width * factor), min(_MOST_GAP.height, gaps.height * factor)
        )
        roomier = fitted_into(wished, sizes, wider, inner)
        if roomier is None:
            break
        found, gaps = roomier, wider
    pairs = [(one.claim.subject, one.claim.object) for one in subgraph.claims]
    found = untangled(found, sizes, pairs, gaps, inner)
    return {id_: Point(x + _MARGIN, y + _MARGIN) for id_, (x, y) in found.items()}


def organic_points(subgraph: Subgraph, sizes: Mapping[EntityId, Size]) -> dict[EntityId, Point]:
    """Place the entities of a first step, the left and the top at the margins."""
    wished = organic_wishes(subgraph)
    if not wished:
        return {}
    points: dict[EntityId, Point] | None = None
    area = sum((one.width + _GAP) * (one.height + _GAP) for one in sizes.values())
    reach = max(_APART * math.sqrt(len(wished)), math.sqrt(_ROOMY * area / _FLAT))
    while points is None:
        points = fitted_into(wished, sizes, Size(_GAP, _GAP), Size(reach, reach * _FLAT))
        reach *= 1.25
    left = min(point.x - sizes[id_].width / 2 for id_, point in points.items()) - _LEFT
    top = min(point.y - sizes[id_].height / 2 for id_, point in points.items()) - TOP
    return {id_: Point(round(x - left, 1), round(y - top, 1)) for id_, (x, y) in points.items()}


def organic_room(
    new: Entity, subgraph: Subgraph, points: Points, sizes: Mapping[EntityId, Size]
) -> Point:
    """A free place for one more, as near to the middle of its neighbours as can be."""
    near = sorted(
        {
            end
            for one in subgraph.claims
            for end in _ends(one.claim.subject, one.claim.object, new.id)
        }
        & points.keys()
    )
    standing = [points[id_] for id_ in near] or list(points.values())
    count = max(1, len(standing))
    middle = Point(sum(p.x for p in standing) / count, sum(p.y for p in standing) / count)
    return _free(middle, sizes[new.id], points, sizes, top=TOP)


def organic_sizes(
    entities: Iterable[Entity], theme: Theme, scale: float = 1.0
) -> dict[EntityId, Size]:
    """Size the boxes; their names are as wide whatever else is drawn."""
    return {one.id: box_size(one.name, theme, width=_TEXT, scale=scale) for one in entities}


def organic_layout(subgraph: Subgraph, theme: Theme, frame: Frame | None, pinned: Points) -> Layout:
    """Lay out boxes whose places are known; the places of the others are found."""
    scale = frame.scale if frame else 1.0
    sizes = organic_sizes(subgraph.entities, theme, scale)
    known = {id_: point for id_, point in pinned.items() if id_ in sizes}
    points = known or organic_points(subgraph, sizes)
    for entity in subgraph.entities:
        if entity.id not in points:
            points[entity.id] = organic_room(entity, subgraph, points, sizes)
    boxes = {id_: Rect.around(point, sizes[id_]) for id_, point in points.items()}
    return Layout(
        positions=points,
        sizes=sizes,
        lines={
            one.id: label_lines(one.name, theme.sizes.label * scale, _TEXT)
            for one in subgraph.entities
        },
        columns=(),
        ports=_ports(subgraph, boxes),
        lanes={},
        size=Size(
            max((box.right for box in boxes.values()), default=0.0) + _LEFT,
            max((box.bottom for box in boxes.values()), default=0.0) + _LEFT,
        ),
        scale=scale,
        moved=frozenset(points),
    )


def _ends(subject: str, object_: str, id_: str) -> set[EntityId]:
    return (
        {EntityId(subject), EntityId(object_)} - {EntityId(id_)}
        if id_ in {subject, object_}
        else set()
    )


def _free(
    wish: Point, size: Size, points: Points, sizes: Mapping[EntityId, Size], top: float = -math.inf
) -> Point:
    """The first free place on a spiral outwards from the one wished for."""
    taken = [Rect.around(point, sizes[id_]).grown(_GAP / 2) for id_, point in points.items()]
    for turn in range(_TURNS):
        reach, angle = _STEP * math.sqrt(turn), turn * _GOLDEN
        at = Point(
            round(wish.x + 1.5 * reach * math.cos(angle), 1),
            round(wish.y + reach * math.sin(angle), 1),
        )
        box = Rect.around(at, size).grown(_GAP / 2)
        if box.y >= top and not any(box.meets(one) for one in taken):
            return at
    below = max(one.bottom for one in taken) + size.height
    return Point(round(wish.x, 1), round(below, 1))


def _ports(subgraph: Subgraph, boxes: Mapping[EntityId, Rect]) -> dict[ClaimId, tuple[Port, Port]]:
    """Where the straight line between two middles meets the boxes; claims of one pair beside."""
    pairs: dict[frozenset[str], list[ClaimId]] = {}
    ports = {}
    for one in subgraph.claims:
        pairs.setdefault(frozenset((one.claim.subject, one.claim.object)), []).append(one.claim.id)
    for one in subgraph.claims:
        subject, object_ = one.claim.subject, one.claim.object
        if subject == object_:
            ports[one.claim.id] = (Port("right", -8.0), Port("right", 8.0))
            continue
        beside = pairs[frozenset((subject, object_))]
        shift = (beside.index(one.claim.id) - (len(beside) - 1) / 2) * _PARALLEL
        a, b = boxes[subject], boxes[object_]
        ports[one.claim.id] = (_port(a, b.centre, shift), _port(b, a.centre, shift))
    return ports


def _port(box: Rect, towards: Point, shift: float) -> Port:
    dx, dy = towards.x - box.centre.x, towards.y - box.centre.y
    if abs(dx) * box.height >= abs(dy) * box.width:
        offset = dy / abs(dx) * box.width / 2 if dx else 0.0
        return Port("right" if dx >= 0 else "left", round(_within(offset + shift, box.height), 2))
    offset = dx / abs(dy) * box.height / 2
    return Port("bottom" if dy >= 0 else "top", round(_within(offset + shift, box.width), 2))


def _within(offset: float, side: float) -> float:
    most = max(0.0, side / 2 - 6)
    return min(most, max(-most, offset))
