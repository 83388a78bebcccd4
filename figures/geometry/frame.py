"""What stands around the picture: title, subtitle, caption, legend, sources, the id and link."""

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from figures.geometry.drawing import Glyph, LegendItem, Text
from figures.geometry.said import many, subtitle
from figures.plane import Point, Rect
from figures.style import EdgeStyle, LegendEntry, Theme, legend
from figures.text import clean, text_width, wrap
from graph.model.snapshot import Snapshot, Source

MARGIN: Final = 36.0
_SAMPLE: Final = 30.0
_BESIDE: Final = 7.0  # between a sample and its words
_APART: Final = 14.0  # between two entries
_MOST_SOURCE_LINES: Final = 2
_MOST_OF_A_LINE: Final = 0.8  # that one source may take
_LEAST_TITLE: Final = 0.8  # of its size, that a title may shrink to
_RULE_SPACE: Final = 20.0
_DATE: Final = 10  # characters of a day


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
                    glyphs=tuple(
                        replace(glyph, at=Point(glyph.at.x, round(glyph.at.y + by, 2)))
                        for glyph in one.glyphs
                    ),
                )
                for one in self.items
            ),
        )


def head(snapshot: Snapshot, theme: Theme, across: float, without: Collection[str] = ()) -> Part:
    """The title (two lines at most) and the subtitle."""
    sizes = theme.sizes
    y = 20.0
    texts = []
    title = "" if "title" in without else clean(snapshot.title)
    size = _title_size(title, sizes.title, across)
    for line in wrap(title, size, across, 600, 2):
        y += size * 1.12
        at = Point(MARGIN, round(y, 2))
        texts.append(Text(line, at, size, theme.ink, 600, role="title"))
    under = "" if "subtitle" in without else subtitle(snapshot, theme)
    for line in wrap(under, sizes.subtitle, across, lines=2):
        y += sizes.subtitle * 1.4
        at = Point(MARGIN, round(y, 2))
        texts.append(Text(line, at, sizes.subtitle, theme.quiet, role="subtitle"))
    return Part(tuple(texts), round(y + (18 if texts else 0), 2))


def _title_size(title: str, size: float, across: float) -> float:
    """A title a little too long for one line is set a little smaller."""
    wide = text_width(title, size, 600)
    if wide <= across or wide * _LEAST_TITLE > across:
        return size
    return math.floor(size * across / wide * 10) / 10


def legend_part(snapshot: Snapshot, theme: Theme, width: float, *, columns: bool) -> Part:
    """The legend in rows; where columns are drawn, their headings already tell the hues."""
    entries = [
        entry
        for entry in _short(legend(snapshot.subgraph, theme, snapshot.focus))
        if not (columns and entry.group == "compartment")
    ]
    size = theme.sizes.legend
    row = size * 1.65
    items: list[LegendItem] = []
    x, y = MARGIN, row / 2
    for _, together in groupby(entries, lambda one: one.group if one.group == "width" else one):
        group = list(together)
        wide = [_SAMPLE + _BESIDE + text_width(one.label, size) for one in group]
        if x > MARGIN and x + sum(wide) + _APART * (len(wide) - 1) > width - MARGIN:
            x, y = MARGIN, y + row
        for entry, across in zip(group, wide, strict=True):
            items.append(_item(entry, x, y, theme, width - MARGIN))
            x += across + _APART
    return Part((), round(y + row / 2, 2) if items else 0.0, tuple(items))


def _short(entries: Sequence[LegendEntry]) -> list[LegendEntry]:
    """Say `papers` once: behind the last of the widths."""
    last = max((i for i, one in enumerate(entries) if one.group == "width"), default=0)
    return [
        replace(one, label=re.sub(r"^(\d.*) papers?$", r"\1", one.label)) if index < last else one
        for index, one in enumerate(entries)
    ]


def foot(
    snapshot: Snapshot, theme: Theme, across: float, link: str, without: Collection[str] = ()
) -> Part:
    """The caption, the numbered sources (cut where they are many), how they stood, and the id."""
    sizes = theme.sizes
    lines: list[tuple[str, float, str, str]] = []
    if "caption" not in without:
        caption = wrap(clean(snapshot.caption), sizes.legend, across, lines=3)
        lines += [(line, sizes.legend, theme.ink, "caption") for line in caption]
    if "sources" not in without:
        sources = source_lines(snapshot.citations, sizes.source, across)
        lines += [(line, sizes.source, theme.quiet, "sources") for line in sources]
    if "signature" not in without:
        signature = wrap(_signature(snapshot, link), sizes.source, across, lines=3)
        lines += [(line, sizes.source, theme.quiet, "snapshot") for line in signature]
    texts, y = [], _RULE_SPACE - sizes.source * 0.5
    for line, height, colour, role in lines:
        y += height * 1.45
        texts.append(Text(line, Point(MARGIN, round(y, 2)), height, colour, role=role))
    return Part(tuple(texts), round(y + 16, 2) if lines else 0.0)


def source_lines(citations: Sequence[Source], size: float, width: float) -> tuple[str, ...]:
    """The sources, numbered, in at most two lines; the rest is counted."""
    if not citations:
        return ()
    lines = ["Sources:"]
    for index, one in enumerate(citations):
        entry = f"[{one.number}] {clean(one.text)}{' (retracted)' if one.retracted else ''}"
        entry = "".join(wrap(entry, size, width * _MOST_OF_A_LINE, lines=1))
        left = len(citations) - index
        tail = f" … {left:,} more in the snapshot" if left > 1 else ""
        last = len(lines) == _MOST_SOURCE_LINES
        longer = f"{lines[-1]}  {entry}"
        if text_width(longer + (tail if last else ""), size) <= width:
            lines[-1] = longer
        elif not last and text_width(entry + tail, size) <= width:
            lines.append(entry)
        else:
            lines[-1] += f" … {left:,} more in the snapshot"
            break
    return tuple(lines)


def _signature(snapshot: Snapshot, link: str) -> str:
    """The line that says which data this is, how it stood, and where it opens."""
    parts = [f"Gutgraph snapshot {snapshot.short_id}"]
    data = f"data {clean(snapshot.data_version)[:12]}" if snapshot.data_version else ""
    day = clean(snapshot.created)[:_DATE]
    parts.append(" of ".join(part for part in (data or ("taken" if day else ""), day) if part))
    parts += [clean(licence) for licence in snapshot.licences]
    parts.append(_stood(snapshot))
    parts.append(snapshot.struck)
    parts.append(f"opens live at {clean(link)}" if link else "")
    return " · ".join(part for part in parts if part)


def _stood(snapshot: Snapshot) -> str:
    """Reviews and retractions when the snapshot was taken."""
    if not snapshot.statements:
        return ""
    verdicts = [one.verdict for one in snapshot.statements]
    reviews = [
        f"{verdicts.count(verdict):,} {verdict}"
        for verdict in ("accepted", "rejected")
        if verdict in verdicts
    ]
    total = many(len(verdicts), "statement", "statements")
    said = f"reviews: {', '.join(reviews)} of {total}" if reviews else f"{total}, none reviewed"
    retracted = "".join(f"[{one.number}]" for one in snapshot.citations if one.retracted)
    return f"{said}; retracted: {retracted}" if retracted else f"{said}, no source retracted"


def _item(entry: LegendEntry, x: float, y: float, theme: Theme, right: float) -> LegendItem:
    size = theme.sizes.legend
    height = size * 1.05
    sample = Rect(round(x, 2), round(y - height / 2, 2), _SAMPLE, round(height, 2))
    left = x + _SAMPLE + _BESIDE
    text = Text(
        "".join(wrap(entry.label, size, right - left, lines=1)),
        Point(round(left, 2), round(y + size * 0.33, 2)),
        size,
        theme.quiet,
        role="legend",
    )
    return LegendItem(entry, sample, text, _glyphs(entry.edge, sample) if entry.edge else ())


def _glyphs(style: EdgeStyle, sample: Rect) -> tuple[Glyph, ...]:
    """Head, mark and stroke of a sample's line."""
    middle = sample.centre
    found = []
    if style.head != "none":
        found.append(Glyph(style.head, Point(sample.right, middle.y), 0, 13, style.colour))
    if style.mark:
        found.append(Glyph(style.mark, middle, 0, 15, style.mark_colour))
    if style.struck:
        found.append(Glyph("struck", middle, 0, 18, style.colour))
    return tuple(found)


def _low(text: Text, by: float) -> Text:
    return replace(text, at=Point(text.at.x, round(text.at.y + by, 2)))
