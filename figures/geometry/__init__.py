"""From a snapshot to a drawing: places computed once, for every pen."""

from figures.geometry.compose import compose
from figures.geometry.drawing import Band, Box, Drawing, Edge, Glyph, LegendItem, Text, Words

__all__ = [
    "Band",
    "Box",
    "Drawing",
    "Edge",
    "Glyph",
    "LegendItem",
    "Text",
    "Words",
    "compose",
]
