"""The presentation a deck starts from: the user's own without its slides, or a plain one."""

import io
import struct
import zipfile
import zlib
from typing import Any, Final

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn
from pptx.util import Emu

from figures.pptx.plane import EMU_PER_POINT
from figures.sheet import SHEETS, Sheet
from graph.errors import LoadError

_LARGEST: Final = 50_000_000  # bytes packed
_UNPACKED: Final = 300_000_000
_TITLES: Final = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FEET: Final = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = b"presentationml.presentation.main+xml"
_TEMPLATE: Final = b"presentationml.template.main+xml"
_MACROS: Final = b"macroEnabled"
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, PythonPptxError, SyntaxError,
    KeyError, ValueError, AttributeError, TypeError, IndexError, OSError, EOFError,
    NotImplementedError, RuntimeError,
)  # fmt: skip


def opened(template: bytes, aspect: str) -> Any:
    """Open a template and drop its slides; without one, make a plain deck of the aspect.

    Raises:
        LoadError: The template is too large, has macros, or is no presentation.

    """
    if not template:
        return _plain(SHEETS[aspect])
    try:
        deck = Presentation(io.BytesIO(_as_presentation(template)))
        _drop_slides(deck)
        layout_for_figures(deck)
    except _BROKEN as error:
        raise LoadError(
            "template", f"it cannot be read as a presentation ({error})", "Save it as .pptx anew."
        ) from error
    return deck


def layout_for_figures(deck: Any) -> Any:
    """The layout with a title and the fewest places beside it."""
    return min(deck.slide_layouts, key=_unfit)


def feet(layout: Any) -> list[Any]:
    """The places of a layout for date, footer and number."""
    return [one for one in layout.placeholders if one.placeholder_format.type in _FEET]


def _unfit(layout: Any) -> tuple[bool, bool, int]:
    kinds = [one.placeholder_format.type for one in layout.placeholders]
    rest = [kind for kind in kinds if kind not in _FEET and kind not in _TITLES]
    return not set(kinds) & set(_TITLES), PP_PLACEHOLDER.TITLE not in kinds, len(rest)


def _as_presentation(template: bytes) -> bytes:
    """Check the package before it is opened; a .potx becomes the .pptx it is in all but name."""
    if len(template) > _LARGEST:
        raise LoadError("template", _too_large(len(template), _LARGEST), "Take its pictures out.")
    with zipfile.ZipFile(io.BytesIO(template)) as packed:
        unpacked = sum(one.file_size for one in packed.infolist())
        if unpacked > _UNPACKED:
            raise LoadError("template", _too_large(unpacked, _UNPACKED), "Take its pictures out.")
        types = packed.read(_TYPES)
        if _MACROS in types:
            raise LoadError("template", "it has macros", "Save it as .pptx or .potx without them.")
        if _TEMPLATE not in types:
            return template
        return _retyped(packed, types.replace(_TEMPLATE, _MAIN))


def _retyped(packed: zipfile.ZipFile, types: bytes) -> bytes:
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as out:
        for one in packed.infolist():
            out.writestr(one, types if one.filename == _TYPES else packed.read(one))
    return copy.getvalue()


def _too_large(size: int, limit: int) -> str:
    return f"{size / 1e6:,.0f} MB is past the {limit / 1e6:,.0f} MB that a template may have"


def _drop_slides(deck: Any) -> None:
    """Drop slides, and the lists that name them: sections and custom shows."""
    element = deck.part._element
    for one in list(element.get_or_add_sldIdLst()):
        deck.part.drop_rel(one.get(qn("r:id")))
        one.getparent().remove(one)
    for tag in ("p:custShowLst", "p:extLst"):
        for one in element.findall(qn(tag)):
            element.remove(one)


def _plain(sheet: Sheet) -> Any:
    """python-pptx's own deck, which is 4:3, stretched to a sheet with its layouts."""
    deck: Any = Presentation()
    width, height = (
        round(side * sheet.point * EMU_PER_POINT) for side in (sheet.width, sheet.height)
    )
    across, down = width / deck.slide_width, height / deck.slide_height
    deck.slide_width, deck.slide_height = Emu(width), Emu(height)
    for held in (deck.slide_master, *deck.slide_layouts):
        for place in held.placeholders:
            if place._element.spPr.find(qn("a:xfrm")) is not None:
                place.left, place.width = Emu(place.left * across), Emu(place.width * across)
                place.top, place.height = Emu(place.top * down), Emu(place.height * down)
    return deck
