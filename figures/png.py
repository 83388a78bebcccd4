"""The PNG pen: the SVG through resvg, with the packaged font and no other; it carries its words."""

import json
import struct
import zlib
from typing import Final

import resvg_py

from figures.geometry.drawing import Drawing
from figures.svg import svg
from figures.text import FAMILY, font_files

# The keyword of the chunk that a dropped picture is known by.
SNAPSHOT_KEYWORD: Final = "gutgraph-snapshot"

_HEADER: Final = 8 + 25  # signature and IHDR, after which chunks of text may stand


def png(drawing: Drawing, width: int = 1600) -> bytes:
    """Render a figure as PNG of the given width; the same bytes on every run and machine.

    Title, description and snapshot are in chunks of text, so that the picture opens back.

    Args:
        drawing: What `figures.geometry.compose` returned.
        width: Pixels across: 1600, or 3840 for 4K.

    """
    picture = rendered(svg(drawing), width)
    texts = (
        ("Title", drawing.alt),
        ("Description", drawing.description),
        ("Software", "Gutgraph"),
        (SNAPSHOT_KEYWORD, _named(drawing)),
    )
    chunks = b"".join(_text(keyword, text) for keyword, text in texts)
    return picture[:_HEADER] + chunks + picture[_HEADER:]


def rendered(text: str, width: int) -> bytes:
    """Render an SVG text as PNG, without chunks of text."""
    # resvg goes by the anchor and not by the direction: a line that is read from the right would
    # leave the sheet on the left.
    placed = text.replace(' text-anchor="end" direction="rtl"', ' direction="rtl"')
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=placed,
            width=width,
            skip_system_fonts=True,
            font_files=list(font_files()),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )


def _named(drawing: Drawing) -> str:
    """The snapshot's JSON with its id, so that an edit by hand is seen."""
    if not drawing.snapshot:
        return ""
    fields = json.loads(drawing.snapshot) | {"id": drawing.snapshot_id}
    return json.dumps(fields, sort_keys=True, separators=(",", ":"))


def _text(keyword: str, text: str) -> bytes:
    """An iTXt chunk: UTF-8, compressed."""
    body = zlib.compress(text.encode("utf-8", "replace"), 9)
    data = b"iTXt" + keyword.encode("ascii") + b"\0\1\0\0\0" + body
    return struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
