"""What stands around the picture: title, subtitle, caption, legend, sources, the id and link."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from figures.geometry.drawing import LegendItem, Text
from figures.plane import Point, Rect
from figures.style import LegendEntry, Theme, edge_style, legend
from figures.text import clean, text_width, wrap
from graph.model.snapshot import Snapshot, Source

MARGIN: Final = 40.0
_SAMPLE: Final = 32.0
_MOST_SOURCE_LINES: Final = 2
_MOST_OF_A_LINE: Final = 0.8  # that one source may take
_RULE_SPACE: Final = 22.0


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a part of the frame from y = 0 on, and how much height they take."""

    texts: tuple[Text, ...]
    height: float
    items: tuple[LegendItem, ...] = ()

    def lowered(self, by: float) -> "Part":
        """The same part further down."""
        return replace(
            self,
            texts=tuple(_low(text, by) for text in self.texts),
            items=tuple(
                replace(
                    one,
                    sample=one.sample._replace(y=round(one.sample.y + by, 2)),
                    text=_low(one.text, by),
                )
                for one in self.items
            ),
        )


def head(snapshot: Snapshot, theme: Theme, width: float) -> Part:
    """The title (two lines at most) and the subtitle."""
    sizes = theme.sizes
    across = width - 2 * MARGIN
    y = 24.0
    texts = []
    for line in wrap(clean(snapshot.title), sizes.title, across, weight=600, lines=2):
        y += sizes.title * 1.12
        texts.append(Text(line, Point(MARGIN, y), sizes.title, theme.ink, 600, role="title"))
    for line in wrap(subtitle(snapshot, theme), sizes.subtitle, across, lines=2):
        y += sizes.subtitle * 1.5
        at = Point(MARGIN, round(y, 2))
        texts.append(Text(line, at, sizes.subtitle, theme.quiet, role="subtitle"))
    return Part(tuple(texts), round(y + 22, 2))


def subtitle(snapshot: Snapshot, theme: Theme) -> str:
    """What is drawn, in numbers, and what its dashes mean."""
    graph = snapshot.subgraph
    papers = sum(one.kind == "publication" for one in snapshot.citations)
    pages = len(snapshot.citations) - papers
    shown = f"{_many(len(graph.entities), 'entity', 'entities')}, "
    shown += _many(len(graph.claims), "claim", "claims")
    origins = [
        _many(count, *names)
        for count, names in (
            (papers, ("publication", "publications")),
            (pages, ("document", "documents")),
        )
        if count
    ]
    if origins:
        shown += f" from {' and '.join(origins)}"
    drawn = {edge_style(claim, theme).certainty for claim in graph.claims}
    ways = [
        (line, verb)
        for certainty, line, verb in (
            ("suggested", "dashed", "suggest"),
            ("proposed", "dotted", "propose"),
        )
        if certainty in drawn
    ]
    if not ways:
        return shown
    lines, verbs = (" and ".join(one[0] for one in ways), " or ".join(one[1] for one in ways))
    return f"{shown}; {lines} lines are what the authors only {verbs}"


def legend_part(snapshot: Snapshot, theme: Theme, width: float, *, columns: bool) -> Part:
    """The legend in rows; where columns are drawn, their headings already tell the hues."""
    entries = [
        entry
        for entry in legend(snapshot.subgraph, theme, snapshot.focus)
        if not (columns and entry.group == "compartment")
    ]
    size = theme.sizes.legend
    row = size * 1.75
    items: list[LegendItem] = []
    x, y = MARGIN, row / 2
    for entry in entries:
        wide = _SAMPLE + 8 + text_width(entry.label, size)
        if x > MARGIN and x + wide > width - MARGIN:
            x, y = MARGIN, y + row
        items.append(_item(entry, x, y, theme))
        x += wide + 15
    return Part((), round(y + row / 2, 2) if items else 0.0, tuple(items))


def foot(snapshot: Snapshot, theme: Theme, width: float, link: str) -> Part:
    """The caption, the numbered sources (cut where they are many), and the snapshot's id."""
    size, across = theme.sizes.source, width - 2 * MARGIN
    caption = wrap(clean(snapshot.caption), theme.sizes.legend, across, lines=3)
    lines = [(line, theme.sizes.legend, theme.ink, "caption") for line in caption]
    lines += [
        (line, size, theme.quiet, "sources")
        for line in source_lines(snapshot.citations, size, across)
    ]
    lines.append((_signature(snapshot, link), size, theme.quiet, "snapshot"))
    texts, y = [], _RULE_SPACE - size * 0.5
    for line, height, colour, role in lines:
        y += height * 1.5
        texts.append(Text(line, Point(MARGIN, round(y, 2)), height, colour, role=role))
    return Part(tuple(texts), round(y + 18, 2))


def source_lines(citations: Sequence[Source], size: float, width: float) -> tuple[str, ...]:
    """The sources, numbered, in at most two lines; the rest is counted."""
    if not citations:
        return ()
    lines = ["Sources:"]
    for index, one in enumerate(citations):
        entry = f"[{one.number}] {clean(one.text)}{' (retracted)' if one.retracted else ''}"
        entry = "".join(wrap(entry, size, width * _MOST_OF_A_LINE, lines=1))
        left = len(citations) - index
        tail = f" … {left} in the notes" if left > 1 else ""
        last = len(lines) == _MOST_SOURCE_LINES
        longer = f"{lines[-1]}  {entry}"
        if text_width(longer + (tail if last else ""), size) <= width:
            lines[-1] = longer
        elif not last and text_width(entry + tail, size) <= width:
            lines.append(entry)
        else:
            lines[-1] += f" … {left} in the notes"
            break
    return tuple(lines)


def _signature(snapshot: Snapshot, link: str) -> str:
    parts = [f"Gutgraph snapshot {snapshot.short_id}"]
    if snapshot.data_version:
        parts.append(f"data {clean(snapshot.data_version)[:12]}")
    parts += [clean(licence) for licence in snapshot.licences]
    if link:
        parts.append(f"opens live at {clean(link)}")
    return " · ".join(parts)


def _item(entry: LegendEntry, x: float, y: float, theme: Theme) -> LegendItem:
    size = theme.sizes.legend
    height = size * 1.05
    sample = Rect(round(x, 2), round(y - height / 2, 2), _SAMPLE, round(height, 2))
    text = Text(
        entry.label,
        Point(round(x + _SAMPLE + 8, 2), round(y + size * 0.33, 2)),
        size,
        theme.quiet,
        role="legend",
    )
    return LegendItem(entry, sample, text)


def _low(text: Text, by: float) -> Text:
    return replace(text, at=Point(text.at.x, round(text.at.y + by, 2)))


def _many(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
