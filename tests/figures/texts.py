"""Where the texts of a drawing are, and what overlaps."""

from collections.abc import Iterator
from itertools import combinations

from figures.geometry import Drawing, Text
from figures.geometry.curves import samples
from figures.plane import Rect
from figures.text import text_width


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Boxes on boxes, texts and code on boxes, texts on texts; each pair by its names."""
    boxes = [(one.name, one.rect) for one in drawing.boxes]
    texts = list(_texts(drawing))
    return [
        *((a[0], b[0]) for a, b in combinations(boxes, 2) if a[1].meets(b[1])),
        *((a[0], b[0]) for a in texts for b in boxes if a[1].meets(b[1])),
        *((a[0], b[0]) for a, b in combinations(texts, 2) if a[1].meets(b[1])),
    ]


def cut(drawing: Drawing) -> list[str]:
    """Texts that leave the figure, and names that leave their box."""
    page = Rect(0, 0, drawing.width, drawing.height).grown(0.5)
    return [
        *(name for name, rect in _texts(drawing) if not _within(rect, page)),
        *(one.name for one in drawing.boxes if not _within(one.rect, page)),
        *(
            line.text
            for one in drawing.boxes
            for line in one.lines
            if text_width(line.text, line.size, line.weight) > one.rect.width - 4
        ),
    ]


def passed(drawing: Drawing) -> list[tuple[str, str]]:
    """Claims and the third boxes their curves pass through."""
    return [
        (edge.id, one.name)
        for edge in drawing.edges
        for one in drawing.boxes
        if one.id not in (edge.subject, edge.object)
        and any(one.rect.holds(point) for point, _ in samples(edge.start, edge.curve, 3.0))
    ]


def _texts(drawing: Drawing) -> Iterator[tuple[str, Rect]]:
    frame = (*(band.heading for band in drawing.bands), *drawing.texts)
    for text in (*frame, *(item.text for item in drawing.legend)):
        yield text.text, _rect(text)
    for edge in drawing.edges:
        if edge.words:
            yield f"words of {edge.id}", edge.words.rect
    if drawing.code:
        yield "code", drawing.code.rect


def _rect(text: Text) -> Rect:
    wide = text_width(text.text, text.size, text.weight)
    left = text.at.x - (wide / 2 if text.anchor == "middle" else 0)
    return Rect(left, text.at.y - 0.7 * text.size, wide, 0.9 * text.size)


def _within(rect: Rect, page: Rect) -> bool:
    return (
        page.x <= rect.x
        and page.y <= rect.y
        and rect.right <= page.right
        and rect.bottom <= page.bottom
    )
