"""The order of the items in each column, so that few edges cross.

Sweeps of barycentres, then swaps of neighbours, as Sugiyama, Tagawa and Toda (1981) describe for
layered drawings. Ties break by id, so that the same graph gives the same order.
"""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from figures.layout.network import Item, Network, is_lane

_SWEEPS: Final = 16
_SWEEPS_IN_A_CROWD: Final = 8
_CROWD: Final = 250  # items; among more the last sweeps save few crossings that one would see
_SWAP_ROUNDS: Final = 8
_MOST_ITEMS_TO_SWAP: Final = 1500
_MOST_ITEMS_TO_MOVE: Final = 220
# A neighbour in the same column pulls less than one across, an arc past a box costs less.
_BESIDE: Final = 1.0

Order = list[list[Item]]
_Columns = list[list[int]]
_Links = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A network whose items are numbers: asked for a place a hundred thousand times, they pay.

    Attributes:
        names: What ties break by, an item each; alike where two items are named alike.
        columns: The items of each column, in the order they stand at first.

    """

    items: tuple[Item, ...]
    names: tuple[str, ...]
    columns: tuple[tuple[int, ...], ...]
    right: _Links
    left: _Links
    beside: _Links


def ordered(network: Network) -> Order:
    """Order each column from top to bottom."""
    net = _numbered(network)
    best = [list(column) for column in net.columns]
    least = _cost(net, best)
    order = [list(column) for column in best]
    still = 0
    for sweep in range(_SWEEPS if len(net.items) <= _CROWD else _SWEEPS_IN_A_CROWD):
        before = [list(column) for column in order]
        _sweep(net, order, forward=sweep % 2 == 0)
        still = still + 1 if order == before else 0
        if still > 1:  # neither way changes anything any more
            break
        if not still and (now := _cost(net, order)) < least:
            best, least = [list(column) for column in order], now
    if sum(map(len, best)) <= _MOST_ITEMS_TO_SWAP:
        _swap(net, best)
    if sum(map(len, best)) <= _MOST_ITEMS_TO_MOVE:
        best = _reunited(net, best)
    return [[net.items[item] for item in column] for column in best]


def _numbered(network: Network) -> _Numbered:
    items = tuple(item for column in network.columns for item in column)
    number = {item: index for index, item in enumerate(items)}
    columns = (sorted(column, key=lambda item: _start(network, item)) for column in network.columns)

    def linked(links: Mapping[Item, Sequence[Item]]) -> _Links:
        return [[number[other] for other in links.get(item, ())] for item in items]

    return _Numbered(
        items=items,
        names=tuple(item[0] for item in items),
        columns=tuple(tuple(number[item] for item in column) for column in columns),
        right=linked(network.right),
        left=linked(network.left),
        beside=linked(network.beside),
    )


def _start(network: Network, item: Item) -> tuple[int, str]:
    """Boxes with the most edges first towards the middle would be arbitrary: begin by partner."""
    partners = [*network.right.get(item, ()), *network.left.get(item, ())]
    return (is_lane(item), min((one[0] for one in partners), default="") + item[0])


def _cost(net: _Numbered, order: _Columns) -> float:
    """Count crossings, and boxes that arcs within a column pass."""
    places = _places(net, order)
    crossings = sum(_crossings(net.right, column, places) for column in order[:-1])
    spans = sum(
        _span(places[item], places[other])
        for column in order
        for item in column
        for other in net.beside[item]
    )
    return crossings + _BESIDE * spans / 2


def _span(one: int, other: int) -> float:
    """What an edge within a column costs: nothing between neighbours, else what it passes."""
    apart = abs(one - other)
    return 0.0 if apart <= 1 else apart + 0.5


def _places(net: _Numbered, order: _Columns) -> list[int]:
    places = [0] * len(net.items)
    for column in order:
        for index, item in enumerate(column):
            places[item] = index
    return places


def _crossings(right: _Links, column: Sequence[int], places: Sequence[int]) -> int:
    """Count the inversions among the links from one column to the next."""
    seen: list[int] = []
    crossings = 0
    for item in column:
        for end in sorted([places[other] for other in right[item]]):
            crossings += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return crossings


def _sweep(net: _Numbered, order: _Columns, *, forward: bool) -> None:
    """Sort every column by the barycentre of its neighbours in the column just sorted."""
    indices = range(1, len(order)) if forward else range(len(order) - 2, -1, -1)
    if len(order) == 1:
        indices = range(1)
    sides, names = (net.left if forward else net.right), net.names
    shares = [0.0] * len(net.items)
    for column in order:
        _share(column, shares)
    for index in indices:
        column = order[index]
        wishes = {item: (_wish(net, item, sides[item], shares), names[item]) for item in column}
        column.sort(key=wishes.__getitem__)
        _share(column, shares)


def _share(column: Sequence[int], shares: list[float]) -> None:
    """Where each item of a column stands, as a share of it."""
    count = len(column)
    for place, item in enumerate(column):
        shares[item] = (place + 0.5) / count


def _wish(net: _Numbered, item: int, across: Sequence[int], shares: Sequence[float]) -> float:
    near = net.beside[item]
    weight = len(across) + _BESIDE * len(near)
    if not weight:
        return shares[item]
    pull = sum([shares[other] for other in across])
    return (pull + _BESIDE * sum([shares[other] for other in near])) / weight


def _swap(net: _Numbered, order: _Columns) -> None:
    """Swap neighbours while that lowers the cost."""
    places = _places(net, order)
    for _ in range(_SWAP_ROUNDS):
        improved = False
        for column in order:
            for index in range(len(column) - 1):
                upper, lower = column[index], column[index + 1]
                if _gain(net, places, upper, lower) > 0:
                    column[index], column[index + 1] = lower, upper
                    places[upper], places[lower] = index + 1, index
                    improved = True
        if not improved:
            return


def _reunited(net: _Numbered, order: _Columns) -> _Columns:
    """Move boxes beside those that an edge of their own column joins them to, where it pays."""
    least = _cost(net, order)
    joined = sorted((net.items[item], item) for item, near in enumerate(net.beside) if near)
    for (_, at), item in joined:
        for other in sorted(net.beside[item], key=net.items.__getitem__):
            for below in (0, 1):
                moved = [list(column) for column in order]
                column = moved[at]
                column.remove(item)
                column.insert(column.index(other) + below if other != item else 0, item)
                now = _cost(net, moved)
                if now < least:
                    order, least = moved, now
    return order


def _gain(net: _Numbered, places: Sequence[int], upper: int, lower: int) -> float:
    """How much lower the cost gets by swapping an item with the next."""
    gain = 0.0
    for sides in (net.left, net.right):
        above, below = sides[upper], sides[lower]
        if above and below:
            ends = [places[other] for other in below]
            for one in above:
                place = places[one]
                for end in ends:
                    gain += (place > end) - (place < end)
    if net.beside[upper] or net.beside[lower]:
        gain += _BESIDE * _gain_beside(net, places, upper, lower)
    return gain


def _gain_beside(net: _Numbered, places: Sequence[int], upper: int, lower: int) -> int:
    """The same for edges within the column."""
    index = places[upper]
    pulls = 0
    for other in net.beside[lower]:
        pulls += (places[other] < index) - (places[other] > index + 1)
    for other in net.beside[upper]:
        pulls += (places[other] > index + 1) - (places[other] < index)
    return pulls
