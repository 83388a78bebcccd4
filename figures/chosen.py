"""What a person asks of a figure, as words of an address or a command, checked: all at once."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from figures.formats import FORMATS, Format
from figures.options import ASPECTS, LEAST_PIXELS, MOST_PIXELS, PARTS, FigureOptions
from graph.errors import GutgraphError, UnknownFormat

OPTIONS: Final = ("aspect", "pixels", "transparent", "without")
_TRUTHS: Final[Mapping[str, bool]] = {
    "true": True,
    "1": True,
    "": False,
    "false": False,
    "0": False,
}


def format_of(suffix: str) -> Format:
    """The format that files of this suffix have.

    Raises:
        UnknownFormat: None has it; all are named.

    """
    if suffix not in FORMATS:
        raise UnknownFormat(
            f"format {suffix!r}",
            "no figure is drawn in it",
            f"Take one of {', '.join(FORMATS)}.",
        )
    return FORMATS[suffix]


def options_of(asked: Mapping[str, str], link: str = "") -> FigureOptions:
    """Read the choices for one file.

    Args:
        asked: `aspect`, `pixels`, `transparent`, `without` (parts, with commas); others are not
            looked at.
        link: Absolute address of the snapshot, "" to print its id alone.

    Raises:
        GutgraphError: One or more cannot be; all of them are named.

    """
    choices = _Choices()
    aspect = asked.get("aspect") or "16:9"
    choices.require(aspect in ASPECTS, f"aspect {aspect!r} is none of {', '.join(ASPECTS)}")
    pixels = asked.get("pixels") or "1600"
    fits = pixels.isascii() and pixels.isdigit() and len(pixels) <= len(str(MOST_PIXELS))
    choices.require(
        fits and LEAST_PIXELS <= int(pixels) <= MOST_PIXELS,
        f"pixels {pixels!r} is no number from {LEAST_PIXELS} to {MOST_PIXELS:,}",
    )
    transparent = asked.get("transparent", "").lower()
    choices.require(
        transparent in _TRUTHS, f"transparent {transparent!r} is neither true nor false"
    )
    without = frozenset(
        part.strip() for part in asked.get("without", "").split(",") if part.strip()
    )
    strange = sorted(without - set(PARTS))
    choices.require(not strange, f"without {', '.join(strange)}: parts are {', '.join(PARTS)}")
    choices.settle()
    return FigureOptions(aspect, int(pixels), _TRUTHS[transparent], without, link)


def one_line(options: FigureOptions) -> str:
    """All choices in one line, equal for equal choices: what the bytes of a file hang on."""
    said = {field.name: getattr(options, field.name) for field in fields(options)}
    return repr(sorted((key, _plain(value)) for key, value in said.items()))


def _plain(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, frozenset) else value


@dataclass(slots=True)
class _Choices:
    problems: tuple[str, ...] = ()

    def require(self, holds: object, problem: str) -> None:
        if not holds:
            self.problems = (*self.problems, problem)

    def settle(self) -> None:
        if self.problems:
            raise GutgraphError(f"The figure cannot be drawn so: {'; '.join(self.problems)}.")
