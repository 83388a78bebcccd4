"""A story for reveal.js: one slide whose figure goes from step to step, plain SVG."""

from collections.abc import Iterator

from figures.options import FigureOptions
from figures.story.plain import without_snapshot
from figures.story.steps import step_drawings
from figures.svg import svg
from graph.model.snapshot import Snapshot
from graph.model.story import Story

_FIT = "width: 100%; height: auto; max-height: 100vh"


def fragments(story: Story, snapshot: Snapshot, options: FigureOptions) -> str:
    """Write a `<section>` to be pasted into a presentation; it runs and asks for nothing."""
    return "\n".join(_lines(story, snapshot, options)) + "\n"


def _lines(story: Story, snapshot: Snapshot, options: FigureOptions) -> Iterator[str]:
    drawings = step_drawings(story, snapshot, options)
    ground = (
        "" if options.transparent else f' data-background-color="{drawings[0].theme.background}"'
    )
    yield f"<section{ground}>"
    yield '<div class="r-stack">'
    for index, drawing in enumerate(drawings):
        figure = svg(drawing) if index == 0 else without_snapshot(drawing, index)
        fitted = figure.replace("<svg ", f'<svg style="{_FIT}" ', 1)
        yield f"<div{_shown(index, len(drawings))}>\n{fitted}</div>"
    yield "</div>"
    yield "</section>"


def _shown(index: int, steps: int) -> str:
    """The first step is there at once and goes with the second; the last one stays."""
    if steps == 1:
        return ""
    if index == 0:
        return ' class="fragment fade-out" data-fragment-index="0"'
    kind = "" if index == steps - 1 else " current-visible"
    return f' class="fragment{kind}" data-fragment-index="{index - 1}"'
