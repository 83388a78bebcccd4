"""Compose a snapshot into a drawing."""

from dataclasses import replace
from typing import Final

from figures.geometry.curves import s_curve
from figures.geometry.drawing import Band, Box, Drawing, Edge, Glyph, LegendItem, Text
from figures.layout import Layout, axis_layout
from figures.plane import Point, Rect
from figures.style import edge_style, legend, node_style, theme
from figures.text import LINE_HEIGHT, clean, text_width
from graph.errors import TooLarge
from graph.model.snapshot import Snapshot

WIDTH: Final = 1600.0
HEIGHT: Final = 900.0
MOST_ENTITIES: Final = 1000


def compose(snapshot: Snapshot, *, width: float = WIDTH, link: str = "") -> Drawing:
    """Lay a snapshot out as a figure, 16:9 or taller where legibility needs it.

    Args:
        width: Width in pixels.
        link: Absolute address of the snapshot, "" to print its id alone.

    Raises:
        TooLarge: More than 1,000 entities.
        SettingsError: The snapshot's theme is unknown.

    """
    count = len(snapshot.subgraph.entities)
    if count > MOST_ENTITIES:
        raise TooLarge(
            f"A figure of {count:,} entities is past the limit of {MOST_ENTITIES:,}; "
            "filter the view, or export the data instead"
        )
    look = theme(snapshot.theme)
    plan = axis_layout(
        snapshot.subgraph,
        look,
        width - 52,
        pinned={id_: Point(*place) for id_, place in snapshot.positions.items()},
    )
    dx, dy = 26.0, 120.0
    boxes = tuple(_box(snapshot, entity.id, plan, dx, dy) for entity in snapshot.subgraph.entities)
    by_id = {box.id: box for box in boxes}
    edges = []
    for claim in snapshot.subgraph.claims:
        a, b = by_id[claim.claim.subject].rect, by_id[claim.claim.object].rect
        forward = a.centre.x <= b.centre.x
        start = Point(a.right if forward else a.x, a.centre.y)
        end = Point(b.x if forward else b.right, b.centre.y)
        style = edge_style(claim, look)
        glyphs = (Glyph(style.head, end, 0.0 if forward else 3.14159, 12, style.colour),)
        edges.append(
            Edge(
                claim.id,
                claim.claim.subject,
                claim.claim.object,
                snapshot.subgraph.sentence(claim),
                style,
                start,
                (s_curve(start, end),),
                glyphs if style.head != "none" else (),
            )
        )
    bottom = dy + plan.size.height + 30
    items = []
    x = 40.0
    for entry in legend(snapshot.subgraph, look, snapshot.focus):
        if entry.group == "compartment":
            continue
        wide = 60 + text_width(entry.label, look.sizes.legend) + 24
        if x + wide > width - 40:
            x, bottom = 40.0, bottom + 28
        words = Text(entry.label, Point(x + 54, bottom + 6), look.sizes.legend, look.quiet)
        items.append(LegendItem(entry, Rect(x, bottom - 9, 44, 18), words))
        x += wide
    texts = (
        Text(clean(snapshot.title), Point(40, 62), look.sizes.title, look.ink, 600, role="title"),
        Text(
            f"Gutgraph snapshot {snapshot.short_id}" + (f" · {link}" if link else ""),
            Point(40, bottom + 60),
            look.sizes.source,
            look.quiet,
        ),
    )
    bands = tuple(
        Band(
            replace_rect(column.band, dx, dy),
            look.compartments[column.place].band,
            Text(
                column.label,
                Point(column.band.x + dx + 14, dy + 32),
                look.sizes.heading,
                look.compartments[column.place].stroke,
                600,
            ),
        )
        for column in plan.columns
    )
    return Drawing(
        width,
        max(HEIGHT, bottom + 80),
        look,
        snapshot.short_id,
        snapshot.content(),
        clean(snapshot.title),
        "",
        bands,
        tuple(edges),
        boxes,
        tuple(items),
        texts,
    )


def replace_rect(rect: Rect, dx: float, dy: float) -> Rect:
    """Shift a rectangle."""
    return rect._replace(x=rect.x + dx, y=rect.y + dy)


def _box(snapshot: Snapshot, id_: str, plan: Layout, dx: float, dy: float) -> Box:
    entity = snapshot.subgraph.entity(id_)
    look = theme(snapshot.theme)
    style = node_style(entity, look, focus=id_ in snapshot.focus)
    rect = replace_rect(plan.box(entity.id), dx, dy)
    size = look.sizes.label * plan.scale
    lines = plan.lines[entity.id]
    top = rect.centre.y - (len(lines) - 1) * LINE_HEIGHT * size / 2 + size * 0.35
    texts = tuple(
        Text(
            line,
            Point(rect.centre.x, top + row * LINE_HEIGHT * size),
            size,
            style.text,
            600,
            "middle",
        )
        for row, line in enumerate(lines)
    )
    return Box(id_, clean(entity.name), rect, replace(style), texts)
