"""What a layout is: boxes, columns, ports, and the lanes that long edges run in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from figures.plane import Point, Rect, Size
from graph.model.identity import ClaimId, EntityId


class Port(NamedTuple):
    """Where an edge meets a box: the side, and how far from the side's middle (down or right)."""

    side: str
    offset: float

    def on(self, box: Rect) -> Point:
        """The point on a box."""
        middle = box.centre
        if self.side in {"left", "right"}:
            return Point(box.x if self.side == "left" else box.right, middle.y + self.offset)
        return Point(middle.x + self.offset, box.y if self.side == "top" else box.bottom)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a compartment: its part of the band that is drawn, where its boxes begin and end.

    A crowded compartment has several beside each other, whose bands are one.
    """

    place: str
    label: str
    band: Rect
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand, in pixels.

    Attributes:
        positions: Centre of each box.
        sizes: Extent of each box: its text, and room for its ports.
        lines: The name of each entity, broken to fit its box.
        columns: The columns drawn, in the order of the axis; empty for other layouts.
        ports: For each claim, where it leaves its subject and meets its object.
        lanes: For a claim that passes columns, its height in each of them, by column index.
        size: Extent of the whole; taller than asked for where the boxes need it.
        scale: Factor on the theme's label size.
        gutter: Room between two columns, the narrowest.
        moved: Entities that stand where a user put them.

    """

    positions: Mapping[EntityId, Point]
    sizes: Mapping[EntityId, Size]
    lines: Mapping[EntityId, tuple[str, ...]]
    columns: tuple[Column, ...]
    ports: Mapping[ClaimId, tuple[Port, Port]]
    lanes: Mapping[ClaimId, Mapping[int, float]]
    size: Size
    scale: float = 1.0
    gutter: float = 0.0
    moved: frozenset[EntityId] = frozenset()

    def box(self, entity: EntityId) -> Rect:
        """The rectangle of an entity's box."""
        return Rect.around(self.positions[entity], self.sizes[entity])
