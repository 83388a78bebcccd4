"""The order of the items in each column, so that few edges cross.

Sweeps of barycentres, then swaps of neighbours, as Sugiyama, Tagawa and Toda (1981) describe for
layered drawings. Ties break by id, so that the same graph gives the same order.
"""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from typing import Final

from figures.layout.network import Item, Network, is_lane

_SWEEPS: Final = 16
_SWAP_ROUNDS: Final = 8
_MOST_ITEMS_TO_SWAP: Final = 1500
_MOST_ITEMS_TO_MOVE: Final = 220
# A neighbour in the same column pulls less than one across, an arc past a box costs less.
_BESIDE: Final = 1.0

Order = list[list[Item]]
_Side = tuple[Mapping[Item, Sequence[Item]], Mapping[Item, int]]


def ordered(network: Network) -> Order:
    """Order each column from top to bottom."""
    best = [sorted(column, key=lambda item: _start(network, item)) for column in network.columns]
    least = cost(network, best)
    order = [list(column) for column in best]
    for sweep in range(_SWEEPS):
        _sweep(network, order, forward=sweep % 2 == 0)
        now = cost(network, order)
        if now < least:
            best, least = [list(column) for column in order], now
    if sum(map(len, best)) <= _MOST_ITEMS_TO_SWAP:
        _swap(network, best)
    if sum(map(len, best)) <= _MOST_ITEMS_TO_MOVE:
        best = _reunited(network, best)
    return best


def cost(network: Network, order: Order) -> float:
    """Count crossings, and boxes that arcs within a column pass."""
    places = _places(order)
    crossings = sum(_crossings(network, column, places) for column in order[:-1])
    spans = sum(
        _span(places[item], places[other])
        for column in order
        for item in column
        for other in network.beside.get(item, ())
    )
    return crossings + _BESIDE * spans / 2


def _span(one: int, other: int) -> float:
    """What an edge within a column costs: nothing between neighbours, else what it passes."""
    apart = abs(one - other)
    return 0.0 if apart <= 1 else apart + 0.5


def _start(network: Network, item: Item) -> tuple[int, str]:
    """Boxes with the most edges first towards the middle would be arbitrary: begin by partner."""
    partners = [*network.right.get(item, ()), *network.left.get(item, ())]
    return (is_lane(item), min((one[0] for one in partners), default="") + item[0])


def _places(order: Order) -> dict[Item, int]:
    return {item: index for column in order for index, item in enumerate(column)}


def _crossings(network: Network, column: Sequence[Item], places: dict[Item, int]) -> int:
    """Count the inversions among the links from one column to the next."""
    ends = [
        end
        for item in column
        for end in sorted(places[other] for other in network.right.get(item, ()))
    ]
    seen: list[int] = []
    crossings = 0
    for end in ends:
        crossings += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return crossings


def _sweep(network: Network, order: Order, *, forward: bool) -> None:
    """Sort every column by the barycentre of its neighbours in the column just sorted."""
    indices = range(1, len(order)) if forward else range(len(order) - 2, -1, -1)
    if len(order) == 1:
        indices = range(1)
    for index in indices:
        sides = network.left if forward else network.right
        places = _places(order)
        shares = {item: (place + 0.5) / len(order[item[1]]) for item, place in places.items()}

        def wish(item: Item, shares: dict[Item, float] = shares) -> tuple[float, str]:
            across = [shares[other] for other in sides.get(item, ())]  # noqa: B023
            beside = [shares[other] for other in network.beside.get(item, ())]
            weight = len(across) + _BESIDE * len(beside)
            if not weight:
                return (shares[item], item[0])
            return ((sum(across) + _BESIDE * sum(beside)) / weight, item[0])

        order[index].sort(key=wish)


def _swap(network: Network, order: Order) -> None:
    """Swap neighbours while that lowers the cost."""
    for _ in range(_SWAP_ROUNDS):
        improved = False
        for column in order:
            sides = _beside(network, order, column)
            for index in range(len(column) - 1):
                if _gain(network, sides, column, index) > 0:
                    column[index], column[index + 1] = column[index + 1], column[index]
                    improved = True
        if not improved:
            return


def _reunited(network: Network, order: Order) -> Order:
    """Move boxes beside those that an edge of their own column joins them to, where it pays."""
    least = cost(network, order)
    for item in sorted(network.beside):
        for other in sorted(network.beside[item]):
            for below in (0, 1):
                moved = [list(column) for column in order]
                column = moved[item[1]]
                column.remove(item)
                column.insert(column.index(other) + below if other != item else 0, item)
                now = cost(network, moved)
                if now < least:
                    order, least = moved, now
    return order


def _beside(network: Network, order: Order, column: Sequence[Item]) -> list[_Side]:
    """The links of a column to the left and to the right, and where those over there stand."""
    if not column:
        return []
    at = column[0][1]
    return [
        (links, {item: place for place, item in enumerate(order[there])})
        for links, there in ((network.left, at - 1), (network.right, at + 1))
        if 0 <= there < len(order)
    ]


def _gain(network: Network, beside: Sequence[_Side], column: list[Item], index: int) -> float:
    """How much lower the cost gets by swapping an item with the next."""
    upper, lower = column[index], column[index + 1]
    gain = 0.0
    for sides, places in beside:
        above, below = sides.get(upper, ()), sides.get(lower, ())
        if above and below:
            gain += sum(
                (places[one] > places[other]) - (places[one] < places[other])
                for one in above
                for other in below
            )
    if network.beside.get(upper) or network.beside.get(lower):
        here = {item: place for place, item in enumerate(column)}
        pull_up = sum(here[other] < index for other in network.beside.get(lower, ()))
        pull_up -= sum(here[other] > index + 1 for other in network.beside.get(lower, ()))
        pull_down = sum(here[other] > index + 1 for other in network.beside.get(upper, ()))
        pull_down -= sum(here[other] < index for other in network.beside.get(upper, ()))
        gain += _BESIDE * (pull_up + pull_down)
    return gain
