"""The axis layout: columns follow the biology from intervention to brain."""

from collections.abc import Mapping

from figures.layout.layout import Column, Layout
from figures.plane import Point, Rect, Size
from figures.style import Theme
from figures.text import box_size, display_name, wrap
from graph.model import vocabulary
from graph.model.identity import EntityId
from graph.model.subgraph import Subgraph


def axis_layout(
    subgraph: Subgraph,
    theme: Theme,
    width: float = 1600.0,
    *,
    height: float = 640.0,
    scale: float = 1.0,
    pinned: Mapping[EntityId, Point] | None = None,
) -> Layout:
    """Place the entities in the columns of their compartments (only those used)."""
    places = [
        place
        for place in vocabulary.compartments().values()
        if any(entity.place == place.name for entity in subgraph.entities)
    ]
    step = width / max(1, len(places))
    sizes = {
        entity.id: box_size(entity.name, theme, width=step * 0.6, scale=scale)
        for entity in subgraph.entities
    }
    positions: dict[EntityId, Point] = {}
    for index, place in enumerate(places):
        inside = [entity.id for entity in subgraph.entities if entity.place == place.name]
        for row, id_ in enumerate(inside):
            positions[id_] = Point((index + 0.5) * step, 60 + (row + 0.5) * 64)
    bottom = max((point.y for point in positions.values()), default=0) + 60
    columns = tuple(
        Column(
            place.name,
            place.label,
            Rect(index * step, 0, step - 16, max(height, bottom)),
            index * step + 20,
            (index + 1) * step - 36,
        )
        for index, place in enumerate(places)
    )
    return Layout(
        positions=positions | dict(pinned or {}),
        sizes=sizes,
        lines={
            entity.id: wrap(
                display_name(entity.name), theme.sizes.label * scale, step * 0.6, weight=600
            )
            for entity in subgraph.entities
        },
        columns=columns,
        lanes={},
        size=Size(width, max(height, bottom)),
        scale=scale,
    )
