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
_SWEEPS_IN_A_CROWD: Final = 12
_CROWD: Final = 250  # items; among more the last sweeps move nothing that one would see

Distance = Callable[[Item, Item], float]
Offset = Callable[[Item, Item], float]
Pull = tuple[int, float, float, float]  # whom to, how hard, where the link starts there and here


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
    items = [item for column in order for item in column]
    number = {item: index for index, item in enumerate(items)}
    columns = [[number[item] for item in column] for column in order]
    extents = [extent[item] for item in items]
    shifts = [_shifts(column, distance) for column in order]
    y = [0.0] * len(items)
    for column, below in zip(columns, shifts, strict=True):
        _stack(y, column, below, height)
    pulls = [_pulls(network, item, number, offset) for item in items]
    for sweep in range(_SWEEPS if len(items) <= _CROWD else _SWEEPS_IN_A_CROWD):
        indices = range(len(order)) if sweep % 2 == 0 else range(len(order) - 1, -1, -1)
        for index in indices:
            column = columns[index]
            wishes = [_wish(y[item], pulls[item], y) for item in column]
            _fit(y, column, wishes, extents, shifts[index], height)
    return dict(zip(items, y, strict=True))


def _shifts(column: Sequence[Item], distance: Distance) -> list[float]:
    """How far below the first item of a column each one stands at least."""
    shifts = [0.0]
    for upper, lower in pairwise(column):
        shifts.append(shifts[-1] + distance(upper, lower))
    return shifts


def _stack(y: list[float], column: Sequence[int], shifts: Sequence[float], height: float) -> None:
    """Stack a column about the middle of the figure."""
    shift = (height - shifts[-1]) / 2
    for item, place in zip(column, shifts, strict=False):
        y[item] = place + shift


def _pulls(network: Network, item: Item, number: Mapping[Item, int], offset: Offset) -> list[Pull]:
    return [
        (
            number[other],
            1.0 + 3.0 * is_lane(item) + 3.0 * is_lane(other),
            offset(other, item),
            offset(item, other),
        )
        for sides in (network.left, network.right)
        for other in sides.get(item, ())
    ]


def _wish(own: float, pulls: Sequence[Pull], y: Sequence[float]) -> tuple[float, float]:
    """Where an item would like to stand, and how much it matters."""
    total, weight = own * 0.05, 0.05
    for other, pull, there, here in pulls:
        total += pull * (y[other] + there - here)
        weight += pull
    return total / weight, weight


def _fit(
    y: list[float],
    column: Sequence[int],
    wishes: Sequence[tuple[float, float]],
    extents: Sequence[float],
    shifts: Sequence[float],
    height: float,
) -> None:
    if not column:
        return
    pooled = _isotonic(
        [(wish - shift, weight) for (wish, weight), shift in zip(wishes, shifts, strict=False)]
    )
    least = extents[column[0]] / 2
    most = max(height - extents[column[-1]] / 2 - shifts[-1], least)
    for item, value, shift in zip(column, pooled, shifts, strict=False):
        y[item] = (least if value < least else most if value > most else value) + shift


def _isotonic(values: Sequence[tuple[float, float]]) -> list[float]:
    """The rising sequence nearest to weighted values (least squares)."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in values:
        pools.append((value, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, wa, na), (b, wb, nb) = pools[-2], pools[-1]
            pools[-2:] = [((a * wa + b * wb) / (wa + wb), wa + wb, na + nb)]
    return [value for value, _, count in pools for _ in range(count)]
