"""How wide the columns are, and how names are broken to fit them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from figures.layout.layout import Column
from figures.plane import Rect, Size
from figures.style import Theme
from figures.text import box_size, text_width
from graph.model.entity import Entity
from graph.model.vocabulary import Compartment

BAND_GAP: Final = 14.0
_PAD: Final = 20.0  # between a band's edge and the boxes, at the figure's edges
_ARC: Final = 34.0  # further, where arcs run
GOOD_GUTTER: Final = 100.0
NARROW_GUTTER: Final = 50.0  # where there are many columns
_LEAST_GUTTER: Final = 46.0  # whatever the others need
_SMALL_HEADING: Final = 0.78  # of its size, over columns that need the room
_TEXT_WIDTHS: Final = (270, 250, 230, 210, 190, 170, 150, 130)
_LEAST_BUSY: Final = 3


def text_limit(
    columns: Sequence[Sequence[Entity]],
    theme: Theme,
    width: float,
    scale: float,
    gutter: float = GOOD_GUTTER,
) -> float:
    """The widest text that leaves such gutters between the columns; else the narrowest."""
    for limit in _TEXT_WIDTHS:
        used = sum(_widest(column, theme, limit, scale) for column in columns)
        if used + 2 * _PAD + _ARC + gutter * (len(columns) - 1) <= width:
            return float(limit)
    return float(_TEXT_WIDTHS[-1])


def placed(
    places: Sequence[Compartment],
    widths: Sequence[float],
    traffic: Sequence[int],
    arcs: tuple[bool, bool],
    size: Size,
) -> tuple[Column, ...]:
    """Spread the columns over the width; a busy gutter gets more of it.

    Args:
        widths: The widest box of each column.
        traffic: How many edges run between each column and the next.
        arcs: Whether arcs run left of the first column and right of the last.

    """
    left, right = (_PAD + _ARC * has for has in arcs)
    free = size.width - sum(widths) - left - right
    gutters = _gutters(free, [max(_LEAST_BUSY, count) ** 0.5 for count in traffic])
    if len(widths) == 1:
        left += free / 2
    edges: list[tuple[float, float]] = []
    x = left
    for width, gutter in zip(widths, [*gutters, 0.0], strict=False):
        edges.append((x, x + width))
        x += width + gutter
    if not edges:
        return ()
    cuts = [(a[1] + b[0]) / 2 for a, b in pairwise(edges)]
    # Columns of one compartment share a band.
    halves = [BAND_GAP / 2 * (a.name != b.name) for a, b in pairwise(places)]
    starts = [0.0, *(cut + half for cut, half in zip(cuts, halves, strict=True))]
    ends = [*(cut - half for cut, half in zip(cuts, halves, strict=True)), size.width]
    return tuple(
        Column(place.name, place.label, Rect(start, 0, end - start, size.height), *edge)
        for place, start, end, edge in zip(places, starts, ends, edges, strict=True)
    )


def _gutters(free: float, shares: Sequence[float]) -> list[float]:
    """Share out what the boxes leave, with a least width where there is enough for that."""
    total = sum(shares)
    plain = [free * share / total for share in shares]
    least = min(_LEAST_GUTTER, free / max(1, len(shares)))
    if min(plain, default=least) >= least:
        return plain
    rest = free - least * len(shares)
    return [least + rest * share / total for share in shares]


def widest(
    sizes: Mapping[str, Size],
    column: Sequence[Entity],
    place: Compartment,
    theme: Theme,
    shared: int = 0,
) -> float:
    """The width of a column's boxes, at least what its heading needs beside half a gutter.

    Args:
        shared: How many columns stand under one heading where columns are wrapped, which needs
            the room; else 0.

    """
    heading = text_width(place.label, theme.sizes.heading, weight=600)
    needed = (_SMALL_HEADING * heading) / shared if shared else heading
    return max([needed - 24, *(sizes[entity.id].width for entity in column)])


def _widest(column: Sequence[Entity], theme: Theme, limit: float, scale: float) -> float:
    return max(
        (box_size(one.name, theme, width=limit, scale=scale).width for one in column), default=0.0
    )
