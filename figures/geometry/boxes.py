"""An entity's box with its name."""

from figures.geometry.drawing import Box, Text
from figures.layout import Layout
from figures.plane import Point, Rect
from figures.style import Theme, node_style
from figures.text import LINE_HEIGHT, clean
from graph.model.entity import Entity

_BASE_LINE = 0.34  # of the type's height, below the middle of a line


def draw_box(entity: Entity, rect: Rect, plan: Layout, theme: Theme, *, focus: bool) -> Box:
    """Centre the lines of a name in its box."""
    style = node_style(entity, theme, focus=focus)
    size = round(theme.sizes.label * plan.scale, 2)
    lines = plan.lines[entity.id]
    step = LINE_HEIGHT * size
    top = rect.centre.y - (len(lines) - 1) * step / 2 + size * _BASE_LINE
    texts = tuple(
        Text(
            line,
            Point(rect.centre.x, round(top + row * step, 2)),
            size,
            style.text,
            600,
            "middle",
            role="label",
        )
        for row, line in enumerate(lines)
    )
    return Box(entity.id, clean(entity.name), entity.place, rect, style, texts)
