"""Where the boxes of a subgraph stand."""

from figures.layout.axis import axis_layout
from figures.layout.layout import Column, Layout, Port

__all__ = ["Column", "Layout", "Port", "axis_layout"]
