"""The layout of a grown canvas: boxes stay where they are, the columns are drawn around them."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from figures.layout.axis import Arrangement, axis_layout
from figures.layout.columns import BAND_GAP
from figures.layout.layout import Column, Layout
from figures.plane import Point, Rect, Size
from figures.style import Theme
from graph.model.identity import EntityId
from graph.model.snapshot import Frame
from graph.model.subgraph import Subgraph

_PAD: Final = 20.0  # between a band's outer edge and its boxes
_FOOT: Final = 18.0
_FAR: Final = 180.0


def grown_layout(
    subgraph: Subgraph,
    theme: Theme,
    frame: Frame,
    pinned: Mapping[EntityId, Point],
    arrangement: Arrangement | None = None,
) -> Layout:
    """Lay out what was placed before; where boxes left their columns, the columns follow them.

    Args:
        arrangement: What `arrange` found for this subgraph, where it is known already.

    """
    plan = axis_layout(
        subgraph,
        theme,
        frame.width,
        height=frame.height,
        scale=frame.scale,
        pinned=pinned,
        arrangement=arrangement,
    )
    if not plan.moved:
        return plan
    columns = _around(plan, subgraph) or plan.columns
    right = max(plan.size.width, columns[-1].band.right)
    return replace(plan, columns=columns, size=Size(right, columns[0].band.height))


def _around(plan: Layout, subgraph: Subgraph) -> tuple[Column, ...]:
    """Each column about the middle of its boxes; none where the columns' order is lost."""
    spans = [_span(plan, subgraph, column.place) for column in plan.columns]
    if any(a[1] >= b[0] for a, b in pairwise(spans)):
        return ()
    cuts = [(a[1] + b[0]) / 2 for a, b in pairwise(spans)]
    first = spans[0][0] - _PAD
    # Where the boxes stand far from the edge, room is kept for columns that are not there yet.
    starts = [first if first > _FAR else min(0.0, first), *(cut + BAND_GAP / 2 for cut in cuts)]
    ends = [*(cut - BAND_GAP / 2 for cut in cuts), max(plan.size.width, spans[-1][1] + _PAD)]
    boxes = [plan.box(id_) for id_ in plan.positions]
    height = max(plan.size.height, *(box.bottom + _FOOT for box in boxes))
    return tuple(
        replace(column, band=Rect(start, 0, end - start, height), left=span[0], right=span[1])
        for column, start, end, span in zip(plan.columns, starts, ends, spans, strict=True)
    )


def _span(plan: Layout, subgraph: Subgraph, place: str) -> tuple[float, float]:
    """Left and right of a column: one box that somebody carried off does not draw it along."""
    boxes = [plan.box(one.id) for one in subgraph.entities if one.place == place]
    middle = median(box.centre.x for box in boxes)
    near = [box for box in boxes if abs(box.centre.x - middle) <= box.width / 2] or boxes
    return min(box.x for box in near), max(box.right for box in near)
