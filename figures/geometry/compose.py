"""Compose a snapshot into a drawing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from figures.geometry.boxes import draw_box
from figures.geometry.curves import samples
from figures.geometry.drawing import Band, Drawing, Edge, Glyph, Text, Words
from figures.geometry.frame import MARGIN, foot, head, legend_part, subtitle
from figures.geometry.glyphs import glyphs, shortened
from figures.geometry.routing import Router
from figures.geometry.words import Surroundings, place_words
from figures.layout import Layout, arrange, axis_layout, grown_layout, organic_layout
from figures.plane import Point, Rect
from figures.style import Theme, edge_style, theme
from figures.text import clean, wrap
from graph.errors import TooLarge
from graph.model import vocabulary
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph

WIDTH: Final = 1600.0
RATIO: Final = 9 / 16
MOST_ENTITIES: Final = 1000
FEW_EDGES: Final = 25  # below, edges carry words

_NARROWEST: Final = 900.0  # a figure without columns: its title and legend want room
_SIDE: Final = 26.0  # left and right of the columns
_SCALES: Final = (1.3, 1.2, 1.1, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
_RIGID: Final = 0.75  # share of a layout's height that shrinks at least with its scale
_LEAST_GUTTER: Final = 74.0
_FOOT: Final = 12.0  # under a box that a user put below the columns


def compose(snapshot: Snapshot, *, width: float = WIDTH, link: str = "") -> Drawing:
    """Lay a snapshot out as a figure, 16:9 or taller where legibility needs it.

    Args:
        width: Width in pixels, for a snapshot that has no frame of its own.
        link: Absolute address of the snapshot, "" to print its id alone.

    Raises:
        TooLarge: More than 1,000 entities.
        SettingsError: The snapshot's theme is unknown.

    """
    _refuse_too_large(snapshot.subgraph)
    look = theme(snapshot.theme)
    placed = _placed(snapshot, look)
    if placed is not None:
        width = max(placed.size.width + 2 * _SIDE, _NARROWEST if not placed.columns else 0.0)
    top = head(snapshot, look, width)
    legend = legend_part(snapshot, look, width, columns=snapshot.layout != "organic")
    bottom = foot(snapshot, look, width, link)
    room = width * RATIO - top.height - legend.height - bottom.height - 20
    plan = placed or _fitted(snapshot, look, width - 2 * _SIDE, room)
    by = Point(_SIDE, top.height)
    boxes = {id_: _shifted(plan.box(id_), by) for id_ in plan.positions}
    bands = tuple(_band(plan, index, look, by) for index in range(len(plan.columns)))
    edges = _edges(snapshot, plan, look, by)
    words = _words(snapshot, edges, tuple(boxes.values()), bands, look, plan.scale)
    end = max([top.height + plan.size.height, *(box.bottom + _FOOT for box in boxes.values())])
    legend = legend.lowered(end + 12)
    rule = end + 12 + legend.height + 6
    bottom = bottom.lowered(rule)
    return Drawing(
        width=width,
        height=max(round(width * RATIO), round(rule + bottom.height)),
        theme=look,
        snapshot_id=snapshot.short_id,
        snapshot=snapshot.content(),
        title=clean(snapshot.title),
        description=_description(snapshot, look),
        bands=bands,
        edges=tuple(replace(edge, words=words.get(edge.id)) for edge in edges),
        boxes=tuple(
            draw_box(one, boxes[one.id], plan, look, focus=one.id in snapshot.focus)
            for one in snapshot.subgraph.entities
        ),
        legend=legend.items,
        texts=(*top.texts, *bottom.texts),
        rules=((Point(MARGIN, rule), Point(width - MARGIN, rule)),),
        wordless=len(edges) - len(words) if len(edges) < FEW_EDGES else 0,
    )


def _refuse_too_large(subgraph: Subgraph) -> None:
    count = len(subgraph.entities)
    if count > MOST_ENTITIES:
        raise TooLarge(
            f"A figure of {count:,} entities is past the limit of {MOST_ENTITIES:,}; "
            "filter the view, or export the data instead"
        )


def _placed(snapshot: Snapshot, look: Theme) -> Layout | None:
    """The layout of a snapshot that brings its own frame, or that has no columns."""
    pinned = {id_: Point(*place) for id_, place in snapshot.positions.items()}
    if snapshot.layout == "organic":
        return organic_layout(snapshot.subgraph, look, snapshot.frame, pinned)
    if snapshot.frame is None:
        return None
    return grown_layout(snapshot.subgraph, look, snapshot.frame, pinned)


def _fitted(snapshot: Snapshot, look: Theme, width: float, height: float) -> Layout:
    """The layout with the largest type that fits; the smallest type, and taller, if none does."""
    pinned = {id_: Point(*place) for id_, place in snapshot.positions.items()}
    arrangement = arrange(snapshot.subgraph)
    needed = 0.0  # an estimate from the last try, so that hopeless scales are not tried
    for scale in _SCALES:
        if needed * scale > height and scale != _SCALES[-1]:
            continue
        plan = axis_layout(
            snapshot.subgraph,
            look,
            width,
            height=height,
            scale=scale,
            pinned=pinned,
            arrangement=arrangement,
        )
        if plan.size.height <= height + 0.5 and plan.gutter >= _LEAST_GUTTER:
            break
        needed = _RIGID * plan.size.height / scale
    return plan


def _edges(snapshot: Snapshot, plan: Layout, look: Theme, by: Point) -> tuple[Edge, ...]:
    drawn = []
    router = Router(plan, {id_: plan.box(id_) for id_ in plan.positions})
    for counted in snapshot.subgraph.claims:
        style = edge_style(counted, look)
        start, curve = router.route(counted, marked=bool(style.mark))
        path = (
            _moved(start, by),
            tuple((_moved(a, by), _moved(b, by), _moved(c, by)) for a, b, c in curve),
        )
        ended = shortened(path, style)
        drawn.append(
            Edge(
                id=counted.id,
                subject=counted.claim.subject,
                object=counted.claim.object,
                sentence=snapshot.subgraph.sentence(counted),
                style=style,
                start=ended[0],
                curve=ended[1],
                glyphs=glyphs(path, style),
            )
        )
    return tuple(drawn)


def _words(
    snapshot: Snapshot,
    edges: tuple[Edge, ...],
    boxes: tuple[Rect, ...],
    bands: tuple[Band, ...],
    look: Theme,
    scale: float,
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
    )
    return place_words(edges, texts, around, look, min(1.2, max(1.0, scale)))


def _around(glyph: Glyph) -> Rect:
    half = glyph.size * 0.75
    return Rect(glyph.at.x - half, glyph.at.y - half, 2 * half, 2 * half)


def _band(plan: Layout, index: int, look: Theme, by: Point) -> Band:
    column = plan.columns[index]
    hue = look.compartments[column.place]
    rect = _shifted(column.band, by)
    size = look.sizes.heading
    across = rect.width - 24
    line = wrap(column.label, size, across, weight=600, lines=1)[0]
    heading = Text(
        line, Point(rect.x + 14, rect.y + size * 1.45), size, hue.stroke, 600, role="heading"
    )
    return Band(rect, hue.band, heading)


def _description(snapshot: Snapshot, look: Theme) -> str:
    """The figure for readers who do not see it: its numbers, then every claim as a sentence."""
    sentences = [snapshot.subgraph.sentence(claim) for claim in snapshot.subgraph.claims]
    return ". ".join([subtitle(snapshot, look), *sentences]) + "."


def _moved(point: Point, by: Point) -> Point:
    return Point(point.x + by.x, point.y + by.y)


def _shifted(rect: Rect, by: Point) -> Rect:
    return Rect(round(rect.x + by.x, 2), round(rect.y + by.y, 2), rect.width, rect.height)
