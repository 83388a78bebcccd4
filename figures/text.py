"""How wide text is in the font that is drawn, and how a name is broken into lines."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from fontTools.ttLib import TTFont

from figures.plane import Size
from figures.style import Theme

FAMILY: Final = "Source Sans Pro"
WEIGHTS: Final = {400: "Regular", 600: "Semibold"}
LINE_HEIGHT: Final = 1.18  # of the type's height
ELLIPSIS: Final = "…"

_LABELS: Final = 8_192  # of which the breaks are kept: a canvas asks for the same ones again
_MOST_LINES: Final = 3
_OVERHANG: Final = 1.2  # of a line, that a single word may take
# A glyph the font lacks (emoji, most scripts) is drawn by another font, or as an empty box.
_FALLBACK_WIDTH: Final = 1.0
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What turns the direction of the text after it: a name must not rewrite the line it stands in.
_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def font_files() -> tuple[str, ...]:
    """Paths of the fonts that figures are drawn with."""
    folder = files("font_source_sans_pro") / "files"
    return tuple(str(folder / f"SourceSansPro-{name}.ttf") for name in WEIGHTS.values())


def clean(text: str) -> str:
    """Replace what no XML may hold (unpaired surrogates, controls) and fold white space.

    What turns the direction of text is taken out.
    """
    return " ".join(_NOT_XML.sub("\ufffd", _TURNING.sub("", text)).split())


def foreign(text: str) -> bool:
    """Say whether a text has letters that the font lacks; signs and emoji are no letters."""
    known = _advances(400)
    return any(ord(one) not in known and one.isalpha() for one in text)


def lacking(text: str) -> bool:
    """Say whether a text has anything that the font lacks."""
    known = _advances(400)
    return any(ord(one) not in known for one in text)


def rightward(text: str) -> bool:
    """Say whether a text is read from the right: its first letter with a direction is."""
    ways = (unicodedata.bidirectional(one) for one in text)
    return next((way for way in ways if way in {"L", "R", "AL"}), "L") != "L"


def legible(text: str) -> str:
    """Replace what no XML may hold, and keep everything else as it is."""
    return _NOT_XML.sub("\ufffd", text)


def display_name(name: str) -> str:
    """Set a name for a figure: a first word in plain lower case gets its capital."""
    cleaned = clean(name)
    first = re.split(r"[\s\-–]", cleaned, maxsplit=1)[0]
    return cleaned[:1].upper() + cleaned[1:] if first.isalpha() and first.islower() else cleaned


def text_width(text: str, size: float, weight: int = 400) -> float:
    """Measure a line in pixels."""
    widths = _advances(weight)
    return size * sum(widths.get(ord(character), _FALLBACK_WIDTH) for character in text)


def wrap(
    text: str,
    size: float,
    width: float,
    weight: int = 400,
    lines: int = _MOST_LINES,
    overhang: float = 1.0,
) -> tuple[str, ...]:
    """Break a text into at most `lines` lines of at most `width`; what is cut ends in an ellipsis.

    A word wider than `overhang` lines is broken between characters.
    """
    rest = [part for word in text.split() for part in _parts(word, size, width, weight, overhang)]
    broken: list[str] = []
    for word in rest:
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and text_width(longer, size, weight) <= width:
            broken[-1] = longer
        else:
            broken.append(word)
    if len(broken) <= lines:
        return tuple(broken)
    last = broken[lines - 1]
    while last and text_width(last + ELLIPSIS, size, weight) > width:
        last = last[:-1]
    return (*broken[: lines - 1], last.rstrip() + ELLIPSIS)


@lru_cache(_LABELS)
def label_lines(name: str, size: float, width: float) -> tuple[str, ...]:
    """Break a name into the lines of its box; a word up to a fifth too wide stays whole."""
    return wrap(display_name(name), size, width, weight=600, overhang=_OVERHANG)


def box_size(label: str, theme: Theme, *, width: float = 230.0, scale: float = 1.0) -> Size:
    """Size the box of a name whose text is at most `width` wide."""
    return _box_size(label, theme.sizes.label * scale, width)


@lru_cache(_LABELS)
def _box_size(label: str, size: float, width: float) -> Size:
    lines = label_lines(label, size, width)
    widest = max((text_width(line, size, weight=600) for line in lines), default=0.0)
    return Size(round(widest + 1.4 * size, 1), round((len(lines) * LINE_HEIGHT + 0.64) * size, 1))


def _parts(word: str, size: float, width: float, weight: int, overhang: float) -> list[str]:
    if text_width(word, size, weight) <= overhang * width:
        return [word]
    parts = [""]
    for character in word:
        if parts[-1] and text_width(parts[-1] + character, size, weight) > width:
            parts.append("")
        parts[-1] += character
    return parts


@cache
def _advances(weight: int) -> dict[int, float]:
    """Advance width by code point, as a share of the type's height."""
    with TTFont(font_files()[tuple(WEIGHTS).index(weight)], lazy=True) as font:
        units = font["head"].unitsPerEm
        advances = font["hmtx"]
        return {code: advances[glyph][0] / units for code, glyph in font.getBestCmap().items()}
