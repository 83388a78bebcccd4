"""How a snapshot is drawn: what a person chooses beside the snapshot itself."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from figures.sheet import SHEETS
from graph.errors import SettingsError

ASPECTS: Final = tuple(SHEETS)
PARTS: Final = ("title", "subtitle", "caption", "legend", "sources", "signature", "code")
PPTX_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
LEAST_PIXELS: Final = 320
MOST_PIXELS: Final = 3840


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

    Raises:
        SettingsError: An aspect or part that is none, or a width past the limits.

    """

    aspect: str = "16:9"
    pixels: int = 1600
    transparent: bool = False
    without: frozenset[str] = frozenset()
    link: str = ""
    template: bytes = b""

    def __post_init__(self) -> None:
        if self.aspect not in SHEETS:
            raise SettingsError(
                f"Aspect {self.aspect!r} is none of {', '.join(ASPECTS)}; take one of them"
            )
        if not LEAST_PIXELS <= self.pixels <= MOST_PIXELS:
            raise SettingsError(
                f"A picture {self.pixels:,} pixels wide is not between {LEAST_PIXELS:,} and "
                f"{MOST_PIXELS:,}; take e.g. 1920, or {MOST_PIXELS:,} for 4K"
            )
        strange = sorted(self.without - set(PARTS))
        if strange:
            raise SettingsError(
                f"{', '.join(strange)} is no part of a figure that can be left out; "
                f"those are {', '.join(PARTS)}"
            )

    @property
    def address(self) -> str:
        """The link where it is an absolute address of the web, else ""."""
        try:
            parts = urlsplit(self.link)
        except ValueError:
            return ""
        web = parts.scheme in {"http", "https"} and bool(parts.hostname)
        return self.link if web and not any(c.isspace() for c in self.link) else ""
