"""From a snapshot to a drawing: places computed once, for every pen."""

from figures.geometry.advice import Advice
from figures.geometry.canvas import on_canvas
from figures.geometry.compose import compose
from figures.geometry.drawing import (
    Band,
    Box,
    Code,
    Drawing,
    Edge,
    Glyph,
    LegendItem,
    Text,
    Words,
)

__all__ = [
    "Advice",
    "Band",
    "Box",
    "Code",
    "Drawing",
    "Edge",
    "Glyph",
    "LegendItem",
    "Text",
    "Words",
    "compose",
    "on_canvas",
]
