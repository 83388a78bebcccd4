"""The parts of an HTML figure: its style, its script, its font, its policy."""

import base64
import hashlib
import io
from functools import cache
from importlib.resources import files

from fontTools.ttLib import TTFont

from figures.text import FAMILY, WEIGHTS, font_files

# Latin of western Europe, Greek, and the signs that the texts use; others come from the viewer.
_LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x391, 0x3CA))
_SIGNS = tuple(map(ord, "–—‘’“”•…→≤≥×·₂"))


@cache
def part(name: str) -> str:
    """Read the style or the script."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def faces() -> str:
    """The font as CSS, cut to common letters, so that the page looks alike without a network."""
    return "".join(
        f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};"
        f"src:url(data:font/woff;base64,{_cut(path)}) format('woff')}}\n"
        for weight, path in zip(WEIGHTS, font_files(), strict=True)
    )


def policy(style: str, script: str) -> str:
    """A Content Security Policy that allows this style and this script, by their hashes."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _cut(path: str) -> str:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - half a second, once

    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG", "kern"]
    options.glyph_names = False
    with TTFont(path, recalcTimestamp=False) as font:
        cutter = Subsetter(options)
        cutter.populate(unicodes=(*_LETTERS, *_SIGNS))
        cutter.subset(font)
        font.flavor = "woff"
        file = io.BytesIO()
        font.save(file)
    return base64.b64encode(file.getvalue()).decode("ascii")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"
