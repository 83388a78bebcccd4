"""Where the boxes of a subgraph stand."""

from figures.layout.axis import Arrangement, arrange, axis_layout, axis_sizes, wrapped
from figures.layout.grown import grown_layout
from figures.layout.layout import Column, Layout, Port
from figures.layout.organic import (
    organic_layout,
    organic_places,
    organic_points,
    organic_room,
    organic_sizes,
    organic_wishes,
)

__all__ = [
    "Arrangement",
    "Column",
    "Layout",
    "Port",
    "arrange",
    "axis_layout",
    "axis_sizes",
    "grown_layout",
    "organic_layout",
    "organic_places",
    "organic_points",
    "organic_room",
    "organic_sizes",
    "organic_wishes",
    "wrapped",
]
