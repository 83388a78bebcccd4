"""Entities as preset shapes with their names inside, and the columns behind them."""

from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu

from figures.geometry.drawing import Band, Box
from figures.outlines import corner, hexagon
from figures.plane import Rect
from figures.pptx.marking import describe, plain, rgb
from figures.pptx.plane import Plane
from figures.pptx.writing import write
from figures.style import NodeStyle

_BAND_CORNER: Final = 14.0


def add_band(shapes: Any, band: Band, plane: Plane) -> None:
    """Add a column with its heading."""
    shape = _rounded(
        shapes, band.rect, _BAND_CORNER / min(band.rect.width, band.rect.height), plane
    )
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
    shape = add_shape(shapes, box.rect, box.style, size, plane)
    if box.lines:
        write(shape.text_frame, box.lines, plane)
    describe(shape, f"entity: {box.name}", f"{box.name} ({box.id})")
    return shape


def add_shape(shapes: Any, rect: Rect, style: NodeStyle, size: float, plane: Plane) -> Any:
    """Add the preset shape of a family, coloured."""
    if style.shape == "hexagon":
        shape = shapes.add_shape(MSO_SHAPE.HEXAGON, *plane.box(rect))
        shape.adjustments[0] = (hexagon(rect, size)[0].x - rect.x) / min(rect.width, rect.height)
        shape.adjustments[1] = 1.0  # so that the corners reach the full height
    elif style.shape == "rectangle":
        shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *plane.box(rect))
    else:
        round_ = corner(rect, style, size) / min(rect.width, rect.height)
        shape = _rounded(shapes, rect, round_, plane)
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(style.fill)
    shape.line.color.rgb = rgb(style.stroke)
    shape.line.width = Emu(plane.length(style.outline))
    return shape


def _rounded(shapes: Any, rect: Rect, radius: float, plane: Plane) -> Any:
    shape = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *plane.box(rect))
    shape.adjustments[0] = min(0.5, radius)
    plain(shape)
    return shape
