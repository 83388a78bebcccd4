"""Entities as preset shapes with their names inside, and the columns behind them."""

from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu

from figures.geometry.drawing import Band, Box
from figures.plane import Rect
from figures.pptx.marking import describe, plain, rgb
from figures.pptx.plane import Plane
from figures.pptx.straight import hexagon_cut
from figures.pptx.writing import write
from figures.style import NodeStyle
from figures.text import LINE_HEIGHT

_BAND_CORNER: Final = 14.0


def add_band(shapes: Any, band: Band, plane: Plane) -> None:
    """Add a column with its heading."""
    corner = _BAND_CORNER / min(band.rect.width, band.rect.height)
    shape = _rounded(shapes, band.rect, corner, plane)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(band.fill)
    shape.line.fill.background()
    heading = band.heading
    write(shape.text_frame, [heading], plane, anchor="top")
    shape.text_frame.margin_left = Emu(plane.length(heading.at.x - band.rect.x))
    down = heading.at.y - band.rect.y - heading.size
    shape.text_frame.margin_top = Emu(plane.length(max(1.0, down)))
    describe(shape, f"column: {heading.text}", f"Column: {heading.text}")


def add_box(shapes: Any, box: Box, plane: Plane) -> Any:
    """Add an entity, and return its shape."""
    size = box.lines[0].size if box.lines else box.rect.height
    shape = add_shape(shapes, box.rect, box.style, size, plane, cut=hexagon_cut(box))
    if box.lines:
        write(shape.text_frame, box.lines, plane)
    describe(shape, f"entity: {box.name}", f"{box.name} ({box.id})")
    return shape


def add_shape(
    shapes: Any, rect: Rect, style: NodeStyle, size: float, plane: Plane, cut: float | None = None
) -> Any:
    """Add the preset shape of a family, coloured."""
    if style.shape == "hexagon":
        shape = shapes.add_shape(MSO_SHAPE.HEXAGON, *plane.box(rect))
        cut = min(rect.width / 4, 0.5 * size) if cut is None else cut
        shape.adjustments[0] = cut / min(rect.width, rect.height)
        shape.adjustments[1] = 1.0  # so that the corners reach the full height
    elif style.shape == "rectangle":
        shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *plane.box(rect))
    else:
        one_line = min(rect.height, (LINE_HEIGHT + 0.64) * size)
        corner = style.corner * one_line / min(rect.width, rect.height)
        shape = _rounded(shapes, rect, corner, plane)
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(style.fill)
    shape.line.color.rgb = rgb(style.stroke)
    shape.line.width = Emu(plane.length(style.outline))
    return shape


def _rounded(shapes: Any, rect: Rect, corner: float, plane: Plane) -> Any:
    shape = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *plane.box(rect))
    shape.adjustments[0] = min(0.5, corner)
    plain(shape)
    return shape
