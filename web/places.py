"""Where things stand on the canvas: step by step, so that what is there keeps its place."""

from typing import Final

from figures.layout import axis_layout
from figures.plane import Point
from figures.style import Theme
from graph.model.identity import EntityId
from graph.model.subgraph import Subgraph
from web.view import View

# Narrower than a slide, so that names are readable on a canvas between two columns.
CANVAS_WIDTH: Final = 1200.0
_MARGINS: Final = 52.0

Places = dict[EntityId, tuple[float, float]]


def places(view: View, subgraph: Subgraph, theme: Theme) -> Places:
    """Replay the steps of a view: each step's entities find room around those before.

    The same steps over the same graph end in the same places, in any browser.
    """
    found: dict[EntityId, Point] = {}
    shown: set[str] = set()
    for step in view.steps:
        shown.update(step)
        part = _among(subgraph, shown)
        layout = axis_layout(part, theme, CANVAS_WIDTH - _MARGINS, pinned=found)
        found = dict(layout.positions)
    for id_, x, y in view.moved:
        if id_ in found:
            found[EntityId(id_)] = Point(x, y)
    return {id_: (point.x, point.y) for id_, point in found.items()}


def _among(subgraph: Subgraph, ids: set[str]) -> Subgraph:
    return Subgraph.of(
        (entity for entity in subgraph.entities if entity.id in ids),
        (one for one in subgraph.claims if {one.claim.subject, one.claim.object} <= ids),
    )
