"""Where the first step of a view stands: the axis layout that fits the canvas best."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from figures.layout import Arrangement, Layout, axis_layout
from figures.plane import Point
from figures.style import Theme
from figures.text import display_name
from graph.model import vocabulary
from graph.model.identity import EntityId
from graph.model.subgraph import Subgraph
from web.room import SLOT

# About square, as a canvas between two columns is, and narrow, so that names stay readable there.
WIDTH: Final = 1120.0
HEIGHT: Final = 920.0

_WIDEST: Final = 1600.0
_TYPE: Final = 22.0  # of names, that a frame is so wide for; larger type has a wider one
_SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_LEAST_GUTTER: Final = 45.0  # head, mark and stub of an edge
_ROW: Final = 84.0  # of a column's height, for each box
_HEADED: Final = 110.0  # for its heading and foot
_LOWEST: Final = 300.0


class Started(NamedTuple):
    """Where the first step stands.

    Attributes:
        frame: Width, height (of a small view a low one), scale.
        slotted: Each column stands where it would if all had boxes, so that others find room.

    """

    points: Mapping[EntityId, Point]
    frame: tuple[float, float, float]
    slotted: bool


def started(subgraph: Subgraph, theme: Theme, arrangement: Arrangement) -> Started:
    """Place the first step in the columns of the axis."""
    height = min(HEIGHT, max(_LOWEST, _HEADED + _ROW * _tallest(subgraph)))
    columns = columns_of(subgraph)
    if columns == len(vocabulary.compartments()):
        width = round(WIDTH * theme.sizes.label / _TYPE)
        layout = _fitting(subgraph, theme, arrangement, width, height)
        return Started(layout.positions, (layout.size.width, height, layout.scale), slotted=False)
    layout = _fitting(subgraph, theme, arrangement, SLOT * max(1, columns), height)
    order = list(vocabulary.compartments())
    slots = {one.id: SLOT * (order.index(one.place) + 0.5) for one in subgraph.entities}
    points = {id_: Point(slots[id_], point.y) for id_, point in layout.positions.items()}
    return Started(points, (layout.size.width, height, layout.scale), slotted=True)


def columns_of(subgraph: Subgraph) -> int:
    """How many columns a subgraph needs."""
    return len({entity.place for entity in subgraph.entities})


def _tallest(subgraph: Subgraph) -> int:
    """The number of boxes in the column that has most."""
    return max(Counter(entity.place for entity in subgraph.entities).values(), default=0)


def _fitting(
    subgraph: Subgraph, theme: Theme, arrangement: Arrangement, width: float, height: float
) -> Layout:
    """Of the layouts that fit the frame, one that breaks no word, then the largest type.

    Where none fits, the smallest type does, and the frame grows taller; shown smaller for its
    height, it may be wider too, where that leaves words whole.
    """
    layouts = []
    for scale in _SCALES:
        one = axis_layout(
            subgraph, theme, width, height=height, scale=scale, arrangement=arrangement
        )
        if _fits(one) and not _broken(one, subgraph):
            return one  # none that follows is better
        layouts.append(one)
    if fitting := [one for one in layouts if _fits(one)]:
        return min(fitting, key=lambda one: (_broken(one, subgraph), -one.scale))
    tall = layouts[-1]
    wider = min(_WIDEST, round(width * tall.size.height / HEIGHT))
    wide = axis_layout(
        subgraph, theme, max(width, wider), height=height, scale=tall.scale, arrangement=arrangement
    )
    return min(tall, wide, key=lambda one: _broken(one, subgraph))


def _fits(layout: Layout) -> bool:
    return layout.size.height <= HEIGHT and layout.gutter >= _LEAST_GUTTER


def _broken(layout: Layout, subgraph: Subgraph) -> int:
    """How many names are cut, or broken inside a word."""
    names = {entity.id: display_name(entity.name) for entity in subgraph.entities}
    return sum(" ".join(lines) != names[id_] for id_, lines in layout.lines.items())
