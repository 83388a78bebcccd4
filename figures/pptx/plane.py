"""From the pixels of a drawing to the English Metric Units of a slide."""

from dataclasses import dataclass
from typing import Final, Self

from figures.plane import Point, Rect

EMU_PER_POINT: Final = 12_700


@dataclass(frozen=True, slots=True)
class Plane:
    """Where a drawing lies on a slide.

    Attributes:
        scale: EMU of one pixel.
        left, top: EMU of the drawing's origin on the slide.

    """

    scale: float
    left: float
    top: float

    @classmethod
    def fitted(cls, drawn: Rect, room: Rect) -> Self:
        """Fit a part of the drawing (pixels) into a part of the slide (EMU), in its middle."""
        scale = min(room.width / drawn.width, room.height / drawn.height)
        left = room.x + (room.width - scale * drawn.width) / 2 - scale * drawn.x
        top = room.y + (room.height - scale * drawn.height) / 2 - scale * drawn.y
        return cls(scale, left, top)

    def x(self, pixels: float) -> int:
        """A place across."""
        return round(self.left + self.scale * pixels)

    def y(self, pixels: float) -> int:
        """A place down."""
        return round(self.top + self.scale * pixels)

    def point(self, at: Point) -> tuple[int, int]:
        """A point."""
        return self.x(at.x), self.y(at.y)

    def box(self, rect: Rect) -> tuple[int, int, int, int]:
        """Left, top, width and height of a rectangle, none of them without extent."""
        left, top = self.point(Point(rect.x, rect.y))
        right, bottom = self.point(Point(rect.right, rect.bottom))
        return left, top, max(1, right - left), max(1, bottom - top)

    def length(self, pixels: float) -> int:
        """A length."""
        return max(1, round(self.scale * pixels))

    def type_size(self, pixels: float) -> int:
        """A height of type, in EMU, on a tenth of a point."""
        return round(self.scale * pixels / (EMU_PER_POINT / 10)) * (EMU_PER_POINT // 10)
