"""The pen for reveal.js: one slide, its figure as plain SVG that appears column by column."""

from collections.abc import Collection, Sequence
from typing import Final

from figures.geometry.drawing import Drawing
from figures.svg import svg
from graph.model import vocabulary

_FIT: Final = "width: 100%; height: auto; max-height: 100vh"


def reveal(drawing: Drawing, steps: Sequence[Collection[str]] | None = None) -> str:
    """Draw a `<section>` to be pasted into a presentation; it has no script and asks for nothing.

    Args:
        drawing: What `figures.geometry.compose` returned.
        steps: Ids of entities and claims that appear one after the other; without, the columns
            appear from left to right, a claim with the later of its ends.

    """
    shown = columns(drawing) if steps is None else steps
    ground = "" if drawing.transparent else f' data-background-color="{drawing.theme.background}"'
    figure = svg(drawing, shown).replace("<svg ", f'<svg style="{_FIT}" ', 1)
    return f"<section{ground}>\n{figure}</section>\n"


def columns(drawing: Drawing) -> tuple[frozenset[str], ...]:
    """What appears with each column after the first."""
    order = {name: index for index, name in enumerate(vocabulary.compartments())}
    column = {box.id: order[box.place] for box in drawing.boxes}
    at = column | {
        edge.id: max(column[edge.subject], column[edge.object]) for edge in drawing.edges
    }
    used = sorted(set(column.values()))
    return tuple(frozenset(id_ for id_, place in at.items() if place == step) for step in used[1:])
