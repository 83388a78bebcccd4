"""Where each edge meets its boxes: spread along the side, in the order of the other ends."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from figures.layout.layout import Port
from figures.layout.network import Item, Network, is_lane
from figures.layout.ordering import Order
from graph.model import vocabulary
from graph.model.identity import ClaimId, parse_claim_id
from graph.model.subgraph import CountedClaim

_GAP: Final = 13.0  # between two arrow heads
_MARK_GAP: Final = 20.0  # between two up or down marks
_LEAST_GAP: Final = 6.0
_LONGEST_ROW: Final = 230.0  # of ports, before they move closer
_CLOSE_GAP: Final = 9.0  # the same where columns are crowded
_LONGEST_CLOSE_ROW: Final = 150.0
_VERTICAL_GAP: Final = 22.0

Ends = dict[ClaimId, dict[str, Port]]


def gap_of(count: int, *, marks: int = 0, close: bool = False) -> float:
    """The distance of ports on a side that has so many; those of several marks stand apart."""
    if count <= 1:
        return 0.0
    if marks > 1:
        return _MARK_GAP
    gap, row = (_CLOSE_GAP, _LONGEST_CLOSE_ROW) if close else (_GAP, _LONGEST_ROW)
    return max(_LEAST_GAP, min(gap, row / (count - 1)))


def vertical(network: Network, order: Order) -> dict[ClaimId, bool]:
    """Inner claims between boxes that stand one below the other; True when the subject is above."""
    place = {item[0]: (item[1], index) for column in order for index, item in enumerate(column)}
    return {
        counted.claim.id: place[counted.claim.subject] < place[counted.claim.object]
        for counted in network.inner
        if abs(place[counted.claim.subject][1] - place[counted.claim.object][1]) == 1
    }


def arc_side(column: int, columns: int) -> str:
    """The side on which arcs within a column run: outside for the first, else on the right."""
    return "left" if column == 0 and columns > 1 else "right"


def spread(
    network: Network, order: Order, scale: float, *, close: bool = False
) -> tuple[Ends, dict[str, float]]:
    """Give each claim its ports; also the length of the longest row of ports of each box.

    Args:
        close: Arrows stand closer, for there are many.

    """
    place = {item: index for column in order for index, item in enumerate(column)}
    sides: dict[tuple[str, str], list[tuple[tuple[float, float, str], ClaimId]]] = defaultdict(list)
    for id_, chain in network.chains.items():
        sides[chain[0][0], "right"].append(((0, place[chain[1]], id_), ClaimId(id_)))
        sides[chain[-1][0], "left"].append(((0, place[chain[-2]], id_), ClaimId(id_)))
    standing = vertical(network, order)
    column_of = {item[0]: item[1] for item in place if not is_lane(item)}
    for counted in network.inner:
        if counted.claim.id in standing:
            _stand(sides, counted, above=standing[counted.claim.id])
        else:
            _arc(sides, counted, place, column_of[counted.claim.subject], len(order))
    ends: Ends = defaultdict(dict)
    longest: dict[str, float] = defaultdict(float)
    for (entity, side), claims in sides.items():
        flat = side in {"top", "bottom"}
        marks = sum(_marked(claim, entity) for _, claim in claims)
        gap = _VERTICAL_GAP * scale if flat else gap_of(len(claims), marks=marks, close=close)
        if not flat:
            longest[entity] = max(longest[entity], gap * (len(claims) - 1))
        for index, (_, claim) in enumerate(sorted(claims)):
            ends[claim][entity] = Port(side, round((index - (len(claims) - 1) / 2) * gap, 2))
    return ends, longest


def _marked(claim: ClaimId, entity: str) -> bool:
    """Say whether an edge has its mark at this end."""
    subject, predicate, _, _ = parse_claim_id(claim)
    row = vocabulary.predicates().get(predicate)
    return subject == entity and row is not None and bool(row.mark)


def _stand(
    sides: dict[tuple[str, str], list[tuple[tuple[float, float, str], ClaimId]]],
    counted: CountedClaim,
    *,
    above: bool,
) -> None:
    claim = counted.claim
    sides[claim.subject, "bottom" if above else "top"].append(((0, 0, claim.id), claim.id))
    sides[claim.object, "top" if above else "bottom"].append(((0, 0, claim.id), claim.id))


def _arc(
    sides: dict[tuple[str, str], list[tuple[tuple[float, float, str], ClaimId]]],
    counted: CountedClaim,
    place: Mapping[Item, int],
    column: int,
    columns: int,
) -> None:
    """An arc upwards leaves above the ordinary edges, the nearest partner outermost."""
    claim = counted.claim
    side = arc_side(column, columns)
    for one, other in ((claim.subject, claim.object), (claim.object, claim.subject)):
        distance = place[other, column] - place[one, column]
        rank = -1 if distance < 0 else 1
        sides[one, side].append(((rank, -distance, claim.id), claim.id))
