"""The axis layout: columns follow the biology from intervention to brain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from figures.layout.columns import placed, text_limit, widest
from figures.layout.heights import heights
from figures.layout.layout import Column, Layout, Port
from figures.layout.network import Item, Network, is_lane, network
from figures.layout.ordering import Order, ordered
from figures.layout.pinning import pin
from figures.layout.ports import Ends, arc_side, spread, vertical
from figures.plane import Point, Size
from figures.style import Theme
from figures.text import box_size, label_lines
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.identity import ClaimId, EntityId
from graph.model.subgraph import Subgraph
from graph.model.vocabulary import Compartment

_HEADING: Final = 2.25  # room for a column's heading, of its type's height
_FOOT: Final = 14.0
_BOX_GAP: Final = 10.0
_LANE_GAP: Final = 10.0  # between two lanes
_SIDE_GAP: Final = 11.0  # between a lane and a box
_STANDING_GAP: Final = 42.0  # between two boxes that an edge joins
_MOST_STRETCH: Final = 30.0
_ROW_ENDS: Final = 20.0  # above and below a row of ports, together
_FEW_WORDS: Final = 25  # below, edges carry words, and lanes stand apart enough for them
_WORDS_GAP: Final = 1.4  # of the words' height
_WORDS_SIDE: Final = 1.25
_WORDS_STANDING: Final = 18.0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What does not hang on sizes: the columns used, the lanes, the order in each column."""

    places: tuple[Compartment, ...]
    network: Network
    order: Order


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
    index_of = {place.name: index for index, place in enumerate(places)}
    ends, rows = spread(net, order, scale)
    rooms = _rooms(subgraph, places)
    limit = text_limit(rooms, theme, width, scale)
    sizes = _sizes(subgraph, theme, limit, scale, rows)
    heading = _HEADING * theme.sizes.heading
    few = len(subgraph.claims) < _FEW_WORDS
    words = theme.sizes.words * min(1.2, max(1.0, scale)) if few else 0.0
    y, room = _heights(net, order, ends, sizes, scale, height - heading, words)
    tall = heading + room
    columns = _columns(net, order, places, rooms, sizes, theme, Size(width, tall))
    middles = {column.place: (column.left + column.right) / 2 for column in columns}
    positions = {
        one.id: Point(
            round(middles[one.place], 1), round(heading + y[one.id, index_of[one.place]], 1)
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
    _, rows = spread(arrangement.network, arrangement.order, scale)
    limit = text_limit(_rooms(subgraph, arrangement.places), theme, width, scale)
    return _sizes(subgraph, theme, limit, scale, rows)


def arrange(subgraph: Subgraph) -> Arrangement:
    """Order the entities in the columns of their compartments; the slow part of the layout."""
    places = tuple(
        place
        for place in vocabulary.compartments().values()
        if any(entity.place == place.name for entity in subgraph.entities)
    )
    index_of = {place.name: index for index, place in enumerate(places)}
    net = network(subgraph, {entity.id: index_of[entity.place] for entity in subgraph.entities})
    return Arrangement(places, net, ordered(net))


def _rooms(subgraph: Subgraph, places: Sequence[Compartment]) -> list[list[Entity]]:
    """The entities of each column."""
    return [[one for one in subgraph.entities if one.place == place.name] for place in places]


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


def _heights(
    net: Network,
    order: Order,
    ends: Ends,
    sizes: Mapping[EntityId, Size],
    scale: float,
    height: float,
    words: float,
) -> tuple[dict[Item, float], float]:
    """Heights of all items below the heading, and the room they take; lanes leave it for words."""
    extent = {
        item: 0.0 if is_lane(item) else sizes[EntityId(item[0])].height
        for column in order
        for item in column
    }
    lane_gap = _WORDS_GAP * words if words else _LANE_GAP
    standing = max(_STANDING_GAP * scale, _WORDS_STANDING + _WORDS_GAP * words)
    side_gap = _WORDS_SIDE * words if words else _SIDE_GAP
    upright = vertical(net, order)
    joined = {
        frozenset((one.claim.subject, one.claim.object))
        for one in net.inner
        if one.claim.id in upright
    }

    def least(upper: Item, lower: Item) -> float:
        lanes = is_lane(upper) + is_lane(lower)
        if frozenset((upper[0], lower[0])) in joined:
            return (extent[upper] + extent[lower]) / 2 + standing
        gap = (_BOX_GAP * scale, side_gap, lane_gap)[lanes]
        return (extent[upper] + extent[lower]) / 2 + gap

    needs = [
        sum(least(a, b) for a, b in pairwise(column)) + (extent[column[0]] + extent[column[-1]]) / 2
        for column in order
        if column
    ]
    room = max([height - _FOOT, *needs])
    stretch = {
        column[0][1]: min(_MOST_STRETCH * scale, 0.8 * (room - need) / max(1, len(column)))
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
    widths = [
        widest({str(id_): one for id_, one in sizes.items()}, room, place, theme)
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
