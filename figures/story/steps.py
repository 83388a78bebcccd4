"""The steps of a story as drawings: one layout, of which each shows and emphasises a part."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from figures.geometry import compose
from figures.geometry.drawing import Box, Drawing, Edge, Text
from figures.geometry.frame import MARGIN
from figures.options import FigureOptions
from figures.style import EdgeStyle, NodeStyle
from figures.text import clean, wrap
from graph.model.snapshot import Snapshot
from graph.model.story import Story

_FAINT: Final = 0.8  # share of the ground in what is not emphasised
_FAINT_WORDS: Final = 0.66
_CODE_ROOM: Final = 91.0
_TITLE_LINES: Final = 2


def step_drawings(story: Story, snapshot: Snapshot, options: FigureOptions) -> tuple[Drawing, ...]:
    """Draw each step; what two steps show stands in the same place in both.

    Args:
        story: Its captions are the headlines.
        snapshot: What it is drawn from.
        options: Of all of them.

    Raises:
        TooLarge: The snapshot has more than 1,000 entities.

    """
    headline = max((step.caption or story.title for step in story.steps), key=len)
    named = replace(snapshot, title=headline, caption="")
    whole = compose(named, options)
    whole = replace(
        whole,
        title=clean(story.title),
        snapshot_id=snapshot.short_id,
        snapshot=snapshot.to_json(),
        texts=tuple(_signed(text, named.short_id, snapshot.short_id) for text in whole.texts),
    )
    return tuple(_step(whole, story, snapshot, index) for index in range(len(story.steps)))


def _step(whole: Drawing, story: Story, snapshot: Snapshot, index: int) -> Drawing:
    graph = snapshot.subgraph
    there, bright = story.visible(graph, index), story.emphasised(graph, index)
    said = clean(story.steps[index].caption or story.title)
    ground = whole.theme.background
    return replace(
        whole,
        alt=f"Step {index + 1} of {len(story.steps)}: {said}",
        edges=tuple(
            edge if edge.id in bright else _faint_edge(edge, ground)
            for edge in whole.edges
            if edge.id in there
        ),
        boxes=tuple(
            box if box.id in bright else _faint_box(box, ground)
            for box in whole.boxes
            if box.id in there
        ),
        texts=tuple(
            _texts(whole, said, f"{clean(story.title)} · {index + 1} of {len(story.steps)}")
        ),
    )


def _signed(text: Text, drawn: str, real: str) -> Text:
    """The id of the snapshot, which was drawn under another headline."""
    return replace(text, text=text.text.replace(drawn, real)) if drawn in text.text else text


def _texts(whole: Drawing, headline: str, under: str) -> Iterable[Text]:
    """The lines of the frame with a step's headline and, below it, where in the story it is."""
    titles = [text for text in whole.texts if text.role == "title"]
    subtitles = [text for text in whole.texts if text.role == "subtitle"]
    if titles:
        across = whole.width - 2 * MARGIN - (_CODE_ROOM if whole.code else 0.0)
        lines = wrap(headline, titles[0].size, across, 600, _TITLE_LINES)
        for place, line in zip(titles, lines, strict=False):
            yield replace(place, text=line)
        if subtitles:
            above = titles[len(lines) - 1] if lines else titles[0]
            drop = subtitles[0].at.y - titles[-1].at.y
            yield replace(
                subtitles[0], text=under, at=subtitles[0].at._replace(y=above.at.y + drop)
            )
    yield from (text for text in whole.texts if text.role not in {"title", "subtitle"})


def _faint_box(box: Box, ground: str) -> Box:
    style: NodeStyle = replace(
        box.style,
        fill=mixed(box.style.fill, ground, _FAINT),
        stroke=mixed(box.style.stroke, ground, _FAINT),
        text=mixed(box.style.text, ground, _FAINT_WORDS),
    )
    lines = tuple(
        replace(line, colour=mixed(line.colour, ground, _FAINT_WORDS)) for line in box.lines
    )
    return replace(box, style=style, lines=lines)


def _faint_edge(edge: Edge, ground: str) -> Edge:
    """A claim in the background: its line alone, without words."""
    style: EdgeStyle = replace(
        edge.style,
        colour=mixed(edge.style.colour, ground, _FAINT),
        mark_colour=mixed(edge.style.mark_colour, ground, _FAINT),
        halo="",
    )
    glyphs = tuple(
        replace(glyph, colour=mixed(glyph.colour, ground, _FAINT)) for glyph in edge.glyphs
    )
    return replace(edge, style=style, glyphs=glyphs, words=None)


def mixed(colour: str, ground: str, share: float) -> str:
    """Mix a colour (`#rrggbb`, or "") with a ground.

    Args:
        share: Of the ground, 0 to 1.

    """
    if not colour:
        return ""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(one * (1 - share) + other * share):02x}" for one, other in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
