"""The sheets that a figure is drawn on: their ratio, and what can be read on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Sheet:
    """A slide or a page.

    Attributes:
        name: As a person chooses it.
        width, height: Of a drawing on it, in pixels.
        point: Points of type to a pixel, when the drawing fills the sheet.
        label: Least type of a name that is read from where one sits, in points.
        source: The same of a numbered source.

    """

    name: str
    width: float
    height: float
    point: float
    label: float
    source: float


# Slides are 7.5 inches high (16:9 is 13.33 wide) and read at the back of a room; paper is held.
_SHEETS: Final = (
    Sheet("16:9", 1440.0, 810.0, 2 / 3, 14.0, 10.0),
    Sheet("4:3", 1080.0, 810.0, 2 / 3, 14.0, 10.0),
    Sheet("1:1", 810.0, 810.0, 2 / 3, 14.0, 10.0),
    Sheet("a4", 1485.0, 1050.0, 297 / 25.4 * 72 / 1485, 9.0, 7.0),
)

SHEETS: Final[Mapping[str, Sheet]] = MappingProxyType({one.name: one for one in _SHEETS})
