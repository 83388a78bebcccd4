"""A step as SVG beside others in one file: the snapshot is carried once, names are its own."""

import re
from dataclasses import replace
from typing import Final

from figures.geometry.drawing import Drawing
from figures.svg import svg

_METADATA: Final = re.compile(r"<metadata>.*?</metadata>\n?", re.DOTALL)


def without_snapshot(drawing: Drawing, index: int) -> str:
    """Draw a step whose file carries the snapshot with another one."""
    own = replace(drawing, snapshot="", snapshot_id=f"{drawing.snapshot_id}-{index}")
    return _METADATA.sub("", svg(own), count=1)
