"""How high each item stands: as near its neighbours as the distances allow.

Each column in turn is an isotonic regression (pool adjacent violators): the heights nearest to
those wished for, in the given order, at least so far apart.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from figures.layout.network import Item, Network, is_lane
from figures.layout.ordering import Order

_SWEEPS: Final = 36

Distance = Callable[[Item, Item], float]
Offset = Callable[[Item, Item], float]


def heights(
    network: Network,
    order: Order,
    extent: Mapping[Item, float],
    distance: Distance,
    offset: Offset,
    height: float,
) -> dict[Item, float]:
    """Find the height of each item's middle, within 0 and `height`.

    Args:
        extent: Height of each item.
        distance: Least distance of the middles of two neighbours in a column.
        offset: Where on an item, from its middle, the link to another one starts.

    """
    y: dict[Item, float] = {}
    for column in order:
        y.update(_stacked(column, distance, height))
    for sweep in range(_SWEEPS):
        indices = range(len(order)) if sweep % 2 == 0 else range(len(order) - 1, -1, -1)
        for index in indices:
            column = order[index]
            wishes = [_wish(network, item, y, offset) for item in column]
            y.update(_fitted(column, wishes, extent, distance, height))
    return y


def _stacked(column: Sequence[Item], distance: Distance, height: float) -> dict[Item, float]:
    """Stack a column about the middle of the figure."""
    places = [0.0]
    for upper, lower in pairwise(column):
        places.append(places[-1] + distance(upper, lower))
    shift = (height - places[-1]) / 2
    return {item: place + shift for item, place in zip(column, places, strict=False)}


def _wish(
    network: Network, item: Item, y: Mapping[Item, float], offset: Offset
) -> tuple[float, float]:
    """Where an item would like to stand, and how much it matters."""
    total, weight = y[item] * 0.05, 0.05
    for sides in (network.left, network.right):
        for other in sides.get(item, ()):
            pull = 1.0 + 3.0 * is_lane(item) + 3.0 * is_lane(other)
            total += pull * (y[other] + offset(other, item) - offset(item, other))
            weight += pull
    return total / weight, weight


def _fitted(
    column: Sequence[Item],
    wishes: Sequence[tuple[float, float]],
    extent: Mapping[Item, float],
    distance: Distance,
    height: float,
) -> dict[Item, float]:
    shifts = [0.0]
    for upper, lower in pairwise(column):
        shifts.append(shifts[-1] + distance(upper, lower))
    pooled = _isotonic(
        [(wish - shift, weight) for (wish, weight), shift in zip(wishes, shifts, strict=False)]
    )
    if not column:
        return {}
    least = extent[column[0]] / 2
    most = height - extent[column[-1]] / 2 - shifts[-1]
    return {
        item: min(max(value, least), max(most, least)) + shift
        for item, value, shift in zip(column, pooled, shifts, strict=False)
    }


def _isotonic(values: Sequence[tuple[float, float]]) -> list[float]:
    """The rising sequence nearest to weighted values (least squares)."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in values:
        pools.append((value, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, wa, na), (b, wb, nb) = pools[-2], pools[-1]
            pools[-2:] = [((a * wa + b * wb) / (wa + wb), wa + wb, na + nb)]
    return [value for value, _, count in pools for _ in range(count)]
