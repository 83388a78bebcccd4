"""Where the boxes of a subgraph stand."""

from figures.layout.axis import axis_layout
from figures.layout.layout import Column, Layout

__all__ = ["Column", "Layout", "axis_layout"]
