"""A layout drawn in its own pixels: columns, boxes, edges and their words, without a frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from figures.geometry.boxes import draw_box
from figures.geometry.curves import samples
from figures.geometry.drawing import Band, Box, Edge, Glyph, Text, Words
from figures.geometry.fitting import FEW_EDGES
from figures.geometry.glyphs import glyphs, shortened
from figures.geometry.routing import Router
from figures.geometry.words import Surroundings, place_words
from figures.layout import Column, Layout
from figures.plane import Point, Rect, Size
from figures.style import Theme, edge_style
from figures.text import clean, text_width, wrap
from graph.model import vocabulary
from graph.model.snapshot import Snapshot

_LEAST_HEADING: Final = 0.75  # of its size, that the heading of a narrow column may shrink to
_FOOT: Final = 12.0  # under a box that a user put below the columns


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands inside a figure's frame, its corner at 0, 0.

    Attributes:
        wordless: How many edges found no free place for their words.

    """

    size: Size
    bands: tuple[Band, ...]
    edges: tuple[Edge, ...]
    boxes: tuple[Box, ...]
    wordless: int


def draw_picture(snapshot: Snapshot, plan: Layout, look: Theme) -> Picture:
    """Draw every entity and claim of a snapshot where a layout has them."""
    rects = {id_: _rounded(plan.box(id_)) for id_ in plan.positions}
    together = groupby(plan.columns, lambda column: column.place)
    bands = tuple(_band(tuple(columns), look) for _, columns in together)
    edges = _edges(snapshot, plan, look)
    end = max([plan.size.height, *(rect.bottom + _FOOT for rect in rects.values())])
    extent = Size(plan.size.width, end)
    words = _words(snapshot, edges, tuple(rects.values()), bands, look, plan.scale, extent)
    return Picture(
        size=extent,
        bands=bands,
        edges=tuple(replace(edge, words=words.get(edge.id)) for edge in edges),
        boxes=tuple(
            draw_box(one, rects[one.id], plan, look, focus=one.id in snapshot.focus)
            for one in snapshot.subgraph.entities
        ),
        wordless=len(edges) - len(words) if len(edges) < FEW_EDGES else 0,
    )


def _band(columns: Sequence[Column], look: Theme) -> Band:
    """The band of a compartment, whose columns stand side by side under one heading."""
    column = columns[0]
    hue = look.compartments[column.place]
    across = columns[-1].band.right - column.band.x if len(columns) > 1 else column.band.width
    rect = _rounded(column.band._replace(width=across))
    across = rect.width - 24
    wide = text_width(column.label, look.sizes.heading, 600)
    size = look.sizes.heading * min(1.0, max(_LEAST_HEADING, across / wide))
    line = wrap(column.label, size, across + 1, weight=600, lines=1)[0]
    at = Point(rect.x + 14, rect.y + look.sizes.heading * 1.45)
    return Band(rect, hue.band, Text(line, at, size, hue.stroke, 600, role="heading"))


def _edges(snapshot: Snapshot, plan: Layout, look: Theme) -> tuple[Edge, ...]:
    router = Router(plan, {id_: plan.box(id_) for id_ in plan.positions})
    drawn = []
    for counted in snapshot.subgraph.claims:
        style = edge_style(counted, look)
        path = router.route(counted, marked=bool(style.mark))
        start, curve = shortened(path, style)
        drawn.append(
            Edge(
                id=counted.id,
                subject=counted.claim.subject,
                object=counted.claim.object,
                sentence=snapshot.subgraph.sentence(counted),
                style=style,
                start=start,
                curve=curve,
                glyphs=glyphs(path, style),
            )
        )
    return tuple(drawn)


def _words(
    snapshot: Snapshot,
    edges: Sequence[Edge],
    boxes: Sequence[Rect],
    bands: Sequence[Band],
    look: Theme,
    scale: float,
    size: Size,
) -> Mapping[str, Words]:
    if len(edges) >= FEW_EDGES:
        return {}
    texts = {}
    for counted in snapshot.subgraph.claims:
        numbers = "".join(f" [{number}]" for number in snapshot.sources_of(counted.id))
        texts[counted.id] = clean(vocabulary.phrase(counted.claim.predicate)) + numbers
    around = Surroundings(
        solid=[
            *(box.grown(7) for box in boxes),
            *(_around(glyph) for edge in edges for glyph in edge.glyphs),
            *(
                Rect(band.rect.x, band.rect.y, band.rect.width, look.sizes.heading * 1.8)
                for band in bands
            ),
        ],
        lines={edge.id: [p for p, _ in samples(edge.start, edge.curve)] for edge in edges},
        grounds=[(band.rect, band.fill) for band in bands],
        page=look.background,
        size=size,
    )
    return place_words(edges, texts, around, look, min(1.2, max(1.0, scale)))


def _around(glyph: Glyph) -> Rect:
    half = glyph.size * 0.75
    return Rect(glyph.at.x - half, glyph.at.y - half, 2 * half, 2 * half)


def _rounded(rect: Rect) -> Rect:
    return Rect(round(rect.x, 2), round(rect.y, 2), rect.width, rect.height)
