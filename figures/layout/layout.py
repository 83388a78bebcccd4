"""What a layout is: boxes, columns, and the lanes between boxes that long edges run in."""

from collections.abc import Mapping
from dataclasses import dataclass

from figures.plane import Point, Rect, Size
from graph.model.identity import ClaimId, EntityId


@dataclass(frozen=True, slots=True)
class Column:
    """One compartment's column: the band that is drawn, and where its boxes begin and end."""

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
        sizes: Extent of each box.
        lines: The name of each entity, broken to fit its box.
        columns: The columns drawn, in the order of the axis; empty for other layouts.
        lanes: For a claim that passes columns, its height in each of them, by column index.
        size: Extent of the whole.
        scale: Factor on the theme's label size.

    """

    positions: Mapping[EntityId, Point]
    sizes: Mapping[EntityId, Size]
    lines: Mapping[EntityId, tuple[str, ...]]
    columns: tuple[Column, ...]
    lanes: Mapping[ClaimId, Mapping[int, float]]
    size: Size
    scale: float = 1.0

    def box(self, entity: EntityId) -> Rect:
        """The rectangle of an entity's box."""
        return Rect.around(self.positions[entity], self.sizes[entity])
