"""A story as PowerPoint: a slide a step, its caption the title, its claims the notes."""

from figures.options import FigureOptions
from figures.pptx import Slide, notes, presentation
from figures.story.steps import step_drawings
from figures.text import clean
from graph.model.snapshot import Snapshot
from graph.model.story import Story
from graph.model.subgraph import Subgraph


def deck(story: Story, snapshot: Snapshot, options: FigureOptions) -> bytes:
    """Draw a slide for each step, on the user's own template if one is given.

    Raises:
        LoadError: The template cannot be used.

    """
    drawings = step_drawings(story, snapshot, options)
    slides = [
        Slide(drawing, _notes(story, snapshot, index)) for index, drawing in enumerate(drawings)
    ]
    return presentation(slides, options.template, aspect=options.aspect)


def _notes(story: Story, snapshot: Snapshot, index: int) -> tuple[str, ...]:
    """The claims that a step emphasises, in words; the last slide has all with their sources."""
    bright = story.emphasised(snapshot.subgraph, index)
    graph: Subgraph = snapshot.subgraph
    said = [clean(graph.sentence(one)) for one in graph.claims if one.id in bright]
    head = [clean(story.steps[index].caption)] if story.steps[index].caption else []
    last = index == len(story.steps) - 1
    return (*head, *(f"• {one}" for one in said), *(notes(snapshot) if last else ()))
