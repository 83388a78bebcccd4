"""Points, sizes and rectangles of the plane; y grows downwards, as on a screen."""

from typing import NamedTuple


class Point(NamedTuple):
    """A place, in pixels."""

    x: float
    y: float


class Size(NamedTuple):
    """An extent, in pixels."""

    width: float
    height: float


class Rect(NamedTuple):
    """An upright rectangle by its top left corner and its extent."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, centre: Point, size: Size) -> "Rect":
        """Put a rectangle around its centre."""
        return cls(centre.x - size.width / 2, centre.y - size.height / 2, *size)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, by: float) -> "Rect":
        """The rectangle with a margin around it (a negative one shrinks it)."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def holds(self, point: Point) -> bool:
        """Say whether a point lies strictly inside."""
        return self.x < point.x < self.right and self.y < point.y < self.bottom

    def meets(self, other: "Rect") -> bool:
        """Say whether two rectangles share some area."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )
