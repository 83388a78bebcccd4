"""The axis layout: columns follow the biology from intervention to brain."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from figures.layout.columns import GOOD_GUTTER, NARROW_GUTTER, placed, text_limit, widest
from figures.layout.heights import heights
from figures.layout.layout import Column, Layout, Port
from figures.layout.network import Item, Network, is_lane, network
from figures.layout.ordering import Order, ordered
from figures.layout.pinning import pin
from figures.layout.ports import Ends, arc_side, spread, vertical
from figures.layout.wrapping import allotments, dealt
from figures.plane import Point, Size
from figures.style import Theme
from figures.text import LINE_HEIGHT, box_size, label_lines
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.identity import ClaimId, EntityId
from graph.model.subgraph import Subgraph
from graph.model.vocabulary import Compartment

_HEADING: Final = 2.25  # room for a column's heading, of its type's height
_FOOT: Final = 14.0
_PADDING: Final = 0.64  # in a box, above and below its name, of its type's height
_BOX_GAP: Final = 10.0
_LANE_GAP: Final = 10.0  # between two lanes
_SIDE_GAP: Final = 11.0  # between a lane and a box
_CLOSE_LANES: Final = 7.0  # the same where compartments are wrapped
_CLOSE_SIDE: Final = 9.0
_STANDING_GAP: Final = 42.0  # between two boxes that an edge joins
_MOST_STRETCH: Final = 30.0
_ROW_ENDS: Final = 20.0  # above and below a row of ports, together
_FEW_WORDS: Final = 25  # below, edges carry words, and lanes stand apart enough for them
_WORDS_GAP: Final = 1.4  # of the words' height
_WORDS_SIDE: Final = 1.25
_WORDS_STANDING: Final = 18.0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What does not hang on sizes: the columns used, the lanes, the order in each column.

    Attributes:
        places: The compartment of each column; a crowded one may have several side by side.
        column_of: The index of each entity's column.

    """

    places: tuple[Compartment, ...]
    column_of: Mapping[str, int]
    network: Network
    order: Order

    @property
    def wrapped(self) -> bool:
        """Say whether a compartment has several columns."""
        return len({place.name for place in self.places}) < len(self.places)


def axis_layout(
    subgraph: Subgraph,
    theme: Theme,
    width: float = 1600.0,
    *,
    height: float = 640.0,
    scale: float = 1.0,
    pinned: Mapping[EntityId, Point] | None = None,
    arrangement: Arrangement | None = None,
) -> Layout:
    """Place the entities in the columns of their compartments (only those used).

    Args:
        width: Pixels across, kept.
        height: Pixels down that are there; the result is taller where the boxes need it.
        scale: Factor on the theme's label size.
        pinned: Centres that a user chose; they win.
        arrangement: What `arrange` found for this subgraph, where it is known already.

    """
    arrangement = arrangement or arrange(subgraph)
    places, net, order = arrangement.places, arrangement.network, arrangement.order
    column_of = arrangement.column_of
    ends, rows = spread(net, order, scale, close=arrangement.wrapped)
    rooms = _rooms(subgraph, arrangement)
    limit = _limit(rooms, theme, width, scale, arrangement)
    sizes = _sizes(subgraph, theme, limit, scale, rows)
    heading = _HEADING * theme.sizes.heading
    few = len(subgraph.claims) < _FEW_WORDS
    words = theme.sizes.words * min(1.2, max(1.0, scale)) if few else 0.0
    gaps = _Gaps.of(scale, words, wrapped=arrangement.wrapped)
    y, room = _heights(net, order, ends, sizes, gaps, height - heading)
    tall = heading + room
    columns = _columns(net, order, places, rooms, sizes, theme, Size(width, tall))
    middles = [(column.left + column.right) / 2 for column in columns]
    positions = {
        one.id: Point(
            round(middles[column_of[one.id]], 1),
            round(heading + y[one.id, column_of[one.id]], 1),
        )
        for one in subgraph.entities
    }
    positions, moved = pin(positions, sizes, pinned or {})
    return Layout(
        positions=positions,
        sizes=sizes,
        lines={
            one.id: label_lines(one.name, theme.sizes.label * scale, limit)
            for one in subgraph.entities
        },
        columns=columns,
        ports={
            one.claim.id: _ports(ends, one.claim.id, one.claim.subject, one.claim.object)
            for one in subgraph.claims
        },
        lanes={
            ClaimId(id_): {lane[1]: round(heading + y[lane], 1) for lane in chain if is_lane(lane)}
            for id_, chain in net.chains.items()
        },
        size=Size(width, tall),
        scale=scale,
        gutter=min((b.left - a.right for a, b in pairwise(columns)), default=width),
        moved=moved,
    )


def axis_sizes(
    subgraph: Subgraph, theme: Theme, width: float, scale: float, arrangement: Arrangement
) -> dict[EntityId, Size]:
    """The extent of each box in the layout of that width and scale, without the layout."""
    close = arrangement.wrapped
    _, rows = spread(arrangement.network, arrangement.order, scale, close=close)
    limit = _limit(_rooms(subgraph, arrangement), theme, width, scale, arrangement)
    return _sizes(subgraph, theme, limit, scale, rows)


def arrange(subgraph: Subgraph) -> Arrangement:
    """Order the entities in the columns of their compartments; the slow part of the layout."""
    places = _used(subgraph)
    index_of = {place.name: index for index, place in enumerate(places)}
    return _arranged(subgraph, places, {one.id: index_of[one.place] for one in subgraph.entities})


def wrapped(subgraph: Subgraph, theme: Theme, height: float) -> Iterator[Arrangement]:
    """Yield arrangements in which crowded compartments have several columns, ever more of them.

    Args:
        height: Pixels down that are there at the size wished for.

    """
    row = (LINE_HEIGHT + _PADDING) * theme.sizes.label + _BOX_GAP
    rows = max(1.0, (height - _HEADING * theme.sizes.heading) / row)
    for places in allotments(subgraph, _used(subgraph), rows):
        column_of = dealt(subgraph, places)
        used = sorted(set(column_of.values()))
        index_of = {column: index for index, column in enumerate(used)}
        yield _arranged(
            subgraph,
            tuple(places[column] for column in used),
            {id_: index_of[column] for id_, column in column_of.items()},
        )


def _used(subgraph: Subgraph) -> tuple[Compartment, ...]:
    """The compartments that have entities, in the order of the axis."""
    used = {entity.place for entity in subgraph.entities}
    return tuple(place for place in vocabulary.compartments().values() if place.name in used)


def _arranged(
    subgraph: Subgraph, places: tuple[Compartment, ...], column_of: Mapping[str, int]
) -> Arrangement:
    net = network(subgraph, column_of)
    return Arrangement(places, column_of, net, ordered(net))


def _rooms(subgraph: Subgraph, arrangement: Arrangement) -> list[list[Entity]]:
    """The entities of each column."""
    rooms: list[list[Entity]] = [[] for _ in arrangement.places]
    for one in subgraph.entities:
        rooms[arrangement.column_of[one.id]].append(one)
    return rooms


def _limit(
    rooms: Sequence[Sequence[Entity]],
    theme: Theme,
    width: float,
    scale: float,
    arrangement: Arrangement,
) -> float:
    gutter = NARROW_GUTTER if arrangement.wrapped else GOOD_GUTTER
    return text_limit(rooms, theme, width, scale, gutter)


def _sizes(
    subgraph: Subgraph, theme: Theme, limit: float, scale: float, rows: Mapping[str, float]
) -> dict[EntityId, Size]:
    return {
        one.id: _size(one, theme, limit, scale, rows.get(one.id, 0.0)) for one in subgraph.entities
    }


def _size(entity: Entity, theme: Theme, limit: float, scale: float, row: float) -> Size:
    """A box fits its text, and its ports."""
    size = box_size(entity.name, theme, width=limit, scale=scale)
    return Size(size.width, round(max(size.height, row + _ROW_ENDS if row else 0.0), 1))


def _ports(ends: Ends, claim: ClaimId, subject: str, object_: str) -> tuple[Port, Port]:
    if subject == object_:
        return (Port("right", -8.0), Port("right", 8.0))
    return (ends[claim][subject], ends[claim][object_])


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Least distances between what stands one below the other."""

    boxes: float
    side: float  # between a lane and a box
    lanes: float
    standing: float
    stretch: float  # at most, that is added where there is room

    @classmethod
    def of(cls, scale: float, words: float, *, wrapped: bool) -> "_Gaps":
        """Leave lanes room for words (their height, or 0); edges of a crowd run closer."""
        lane, side = (_CLOSE_LANES, _CLOSE_SIDE) if wrapped else (_LANE_GAP, _SIDE_GAP)
        return cls(
            boxes=_BOX_GAP * scale,
            side=_WORDS_SIDE * words if words else side,
            lanes=_WORDS_GAP * words if words else lane,
            standing=max(_STANDING_GAP * scale, _WORDS_STANDING + _WORDS_GAP * words),
            stretch=_MOST_STRETCH * scale,
        )


def _heights(
    net: Network,
    order: Order,
    ends: Ends,
    sizes: Mapping[EntityId, Size],
    gaps: "_Gaps",
    height: float,
) -> tuple[dict[Item, float], float]:
    """Heights of all items below the heading, and the room they take; lanes leave it for words."""
    extent = {
        item: 0.0 if is_lane(item) else sizes[EntityId(item[0])].height
        for column in order
        for item in column
    }
    upright = vertical(net, order)
    joined = {
        frozenset((one.claim.subject, one.claim.object))
        for one in net.inner
        if one.claim.id in upright
    }

    def least(upper: Item, lower: Item) -> float:
        lanes = is_lane(upper) + is_lane(lower)
        if frozenset((upper[0], lower[0])) in joined:
            return (extent[upper] + extent[lower]) / 2 + gaps.standing
        gap = (gaps.boxes, gaps.side, gaps.lanes)[lanes]
        return (extent[upper] + extent[lower]) / 2 + gap

    needs = [
        sum(least(a, b) for a, b in pairwise(column)) + (extent[column[0]] + extent[column[-1]]) / 2
        for column in order
        if column
    ]
    room = max([height - _FOOT, *needs])
    stretch = {
        column[0][1]: min(gaps.stretch, 0.8 * (room - need) / max(1, len(column)))
        for column, need in zip([one for one in order if one], needs, strict=True)
    }

    def distance(upper: Item, lower: Item) -> float:
        lanes = is_lane(upper) and is_lane(lower)
        return least(upper, lower) + (0.0 if lanes else stretch[upper[1]])

    links = {
        (chain[0], chain[1]): ends[ClaimId(id_)][chain[0][0]].offset
        for id_, chain in net.chains.items()
    } | {
        (chain[-1], chain[-2]): ends[ClaimId(id_)][chain[-1][0]].offset
        for id_, chain in net.chains.items()
    }

    def offset(item: Item, other: Item) -> float:
        return links.get((item, other), 0.0)

    return heights(net, order, extent, distance, offset, room), room + _FOOT


def _columns(
    net: Network,
    order: Order,
    places: Sequence[Compartment],
    rooms: Sequence[Sequence[Entity]],
    sizes: Mapping[EntityId, Size],
    theme: Theme,
    size: Size,
) -> tuple[Column, ...]:
    share = Counter(place.name for place in places)
    named = {str(id_): one for id_, one in sizes.items()}
    widths = [
        widest(named, room, place, theme, share[place.name] if len(share) < len(places) else 0)
        for room, place in zip(rooms, places, strict=True)
    ]
    traffic = [sum(len(net.right.get(item, ())) for item in column) for column in order[:-1]]
    standing = vertical(net, order)
    where = {item[0]: item[1] for column in order for item in column}
    arcs = {where[one.claim.subject] for one in net.inner if one.claim.id not in standing}
    outer = (
        0 in arcs and arc_side(0, len(places)) == "left",
        len(places) - 1 in arcs and arc_side(len(places) - 1, len(places)) == "right",
    )
    return placed(places, widths, traffic, outer, size)
