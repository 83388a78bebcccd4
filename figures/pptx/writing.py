"""Lines of text in native shapes, in the fonts of the template's theme."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Emu

from figures.geometry.drawing import Text
from figures.plane import Point, Rect
from figures.pptx.marking import describe, rgb
from figures.pptx.plane import Plane
from figures.text import rightward, text_width

_BOLD: Final = 600
_MIDDLE: Final = 0.34  # of the type's height: how far a line's middle lies above its base line
_SINGLE: Final = 1.2  # heights of type from line to line, where a template's font sets single


def write(frame: Any, lines: Sequence[Text], plane: Plane, *, anchor: str = "middle") -> None:
    """Write lines into a text frame, as they are broken in the drawing."""
    prepared(frame, MSO_ANCHOR.TOP if anchor == "top" else MSO_ANCHOR.MIDDLE)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER if lines[0].anchor == "middle" else PP_ALIGN.LEFT
    if rightward(lines[0].text):
        paragraph._p.get_or_add_pPr().set("rtl", "1")
    if len(lines) > 1:
        step = plane.length(lines[1].at.y - lines[0].at.y)
        if step > _SINGLE * plane.type_size(lines[0].size):
            paragraph.line_spacing = Emu(step)
    for index, line in enumerate(lines):
        if index:
            paragraph.add_line_break()
        styled(paragraph.add_run(), line, plane)


def prepared(frame: Any, anchor: Any) -> None:
    """Take off a text frame what would move its lines: margins, wrapping, shrinking."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.word_wrap = False
    frame.vertical_anchor = anchor


def styled(run: Any, line: Text, plane: Plane) -> None:
    """Write one line; its words are names, which no spelling checker knows."""
    run.text = line.text
    run.font.size = Emu(plane.type_size(line.size))
    run.font.bold = line.weight >= _BOLD
    run.font.color.rgb = rgb(line.colour)
    run._r.get_or_add_rPr().set("noProof", "1")


def text_box(shapes: Any, lines: Sequence[Text], plane: Plane, name: str) -> Any:
    """Add a text box whose lines stand where the drawing has them."""
    shape = shapes.add_textbox(*plane.box(around(lines)))
    write(shape.text_frame, lines, plane)
    describe(shape, name, " ".join(line.text for line in lines))
    return shape


def around(lines: Sequence[Text]) -> Rect:
    """The rectangle whose middle is that of the lines."""
    first, last = lines[0], lines[-1]
    size = first.size
    wide = max(text_width(line.text, size, min(600, line.weight)) for line in lines)
    left = first.at.x - wide / 2 if first.anchor == "middle" else first.at.x
    top = first.at.y - (_MIDDLE + 0.65) * size
    return Rect(left, top, wide, last.at.y - first.at.y + 1.3 * size)


def blocks(texts: Iterable[Text]) -> list[list[Text]]:
    """Lines that belong together: of one part, one below the other, in one type."""
    return [
        list(block)
        for _, block in groupby(
            texts, key=lambda one: (one.role, one.size, one.colour, one.weight, one.at.x)
        )
    ]


def moved(lines: Sequence[Text], by: Point) -> list[Text]:
    """Lines elsewhere."""
    return [
        Text(
            one.text,
            Point(one.at.x + by.x, one.at.y + by.y),
            one.size,
            one.colour,
            one.weight,
            one.anchor,
            one.role,
        )
        for one in lines
    ]
