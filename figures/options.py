"""How a snapshot is drawn: what a person chooses beside the snapshot itself."""

from dataclasses import dataclass
from typing import Final

ASPECTS: Final = ("16:9", "4:3", "1:1", "a4")
PARTS: Final = ("title", "subtitle", "caption", "legend", "sources", "signature", "code")


@dataclass(frozen=True, slots=True)
class FigureOptions:
    """Choices for one file; the same snapshot with the same choices gives the same bytes.

    Attributes:
        aspect: Of the figure, width to height; one of `ASPECTS`.
        pixels: Width of a PNG, 320 to 3840.
        transparent: Draw no ground.
        without: Parts that are left out, of `PARTS`.
        link: Absolute address under which the snapshot opens live; "" prints its id alone.
        template: A presentation whose theme and layouts a PPTX takes; empty for our own.

    """

    aspect: str = "16:9"
    pixels: int = 1600
    transparent: bool = False
    without: frozenset[str] = frozenset()
    link: str = ""
    template: bytes = b""
