"""The PNG pen: the SVG through resvg, with the packaged font and no other."""

import resvg_py

from figures.text import FAMILY, font_files


def png(svg: str, width: int = 1600) -> bytes:
    """Render an SVG to PNG of the given width; the same bytes on every run and machine.

    Args:
        svg: What `figures.svg.svg` returned.
        width: Pixels across: 1600, or 3840 for 4K.

    """
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            skip_system_fonts=True,
            font_files=list(font_files()),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )
