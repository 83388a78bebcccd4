"""The visual grammar, one for canvas and figures: styles of nodes and edges, and the legend."""

from figures.style.edges import EdgeStyle, edge_style, width_class
from figures.style.legend import LegendEntry, legend
from figures.style.nodes import NodeStyle, node_style
from figures.style.tables import Hue, Sizes, Theme, grammar, theme, themes

__all__ = [
    "EdgeStyle",
    "Hue",
    "LegendEntry",
    "NodeStyle",
    "Sizes",
    "Theme",
    "edge_style",
    "grammar",
    "legend",
    "node_style",
    "theme",
    "themes",
    "width_class",
]
