"""A QR code of a link, as rectangles that every pen can draw."""

from itertools import groupby
from typing import Final

import segno

from figures.geometry.drawing import Code
from figures.plane import Rect

_QUIET: Final = 3  # modules of margin
_DARK: Final = "#000000"
_LIGHT: Final = "#FFFFFF"  # in every theme: readers want dark on light


def code(link: str, x: float, y: float, side: float) -> Code:
    """Lay the modules of a code out in a square.

    Args:
        link: An address; at most about 2,000 characters.
        x, y: Its upper left corner.
        side: Pixels across, its margin included.

    """
    rows = [bytes(row) for row in segno.make_qr(link, error="m").matrix]
    module = side / (len(rows) + 2 * _QUIET)
    runs = []
    for down, row in enumerate(rows):
        across = 0
        for dark, group in groupby(row):
            count = len(list(group))
            if dark:
                left, top = x + (across + _QUIET) * module, y + (down + _QUIET) * module
                runs.append(Rect(*(round(one, 3) for one in (left, top, count * module, module))))
            across += count
    return Code(Rect(x, y, side, side), tuple(runs), _DARK, _LIGHT)
