"""A story to bytes: its steps as drawings of one layout, then a pen a format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from figures.options import PPTX_MEDIA_TYPE, FigureOptions
from figures.story.fragments import fragments
from figures.story.page import page
from figures.story.steps import step_drawings
from graph.errors import UnknownFormat
from graph.model.snapshot import Snapshot
from graph.model.story import Story

__all__ = ["STORY_FORMATS", "StoryFormat", "page", "story_format"]

Tell = Callable[[Story, Snapshot, FigureOptions], bytes]


@dataclass(frozen=True, slots=True)
class StoryFormat:
    """A format by the suffix of its files; see `figures.formats.Format`."""

    suffix: str
    label: str
    media_type: str
    draw: Tell

    def advice(self, story: Story, snapshot: Snapshot, options: FigureOptions) -> str:
        """Say what keeps its figures from being read in a room; "" when all is well.

        Letters are no trouble: these formats show them in fonts of the reader's.
        """
        if self.suffix == "json":
            return ""
        found = step_drawings(story, snapshot, options)[0].advice
        return replace(found, foreign=(), signs=(), places=()).text if found else ""


def _page(story: Story, snapshot: Snapshot, options: FigureOptions) -> bytes:
    return page(story, snapshot, options).encode()


def _deck(story: Story, snapshot: Snapshot, options: FigureOptions) -> bytes:
    from figures.story.deck import deck  # noqa: PLC0415 - half a second that only slides need

    return deck(story, snapshot, options)


def _fragments(story: Story, snapshot: Snapshot, options: FigureOptions) -> bytes:
    return fragments(story, snapshot, options).encode()


def _json(story: Story, _: Snapshot, __: FigureOptions) -> bytes:
    return story.to_json().encode()


_FORMATS: Final = (
    StoryFormat("html", "Web page with arrow keys", "text/html; charset=utf-8", _page),
    StoryFormat("pptx", "PowerPoint, a slide a step", PPTX_MEDIA_TYPE, _deck),
    StoryFormat("reveal", "Slide for reveal.js", "text/html; charset=utf-8", _fragments),
    StoryFormat("json", "Story (JSON)", "application/json", _json),
)

STORY_FORMATS: Final[Mapping[str, StoryFormat]] = MappingProxyType(
    {one.suffix: one for one in _FORMATS}
)


def story_format(suffix: str) -> StoryFormat:
    """The format that files of this suffix have.

    Raises:
        UnknownFormat: None has it; all are named.

    """
    if suffix not in STORY_FORMATS:
        raise UnknownFormat(
            f"format {suffix!r}",
            "no story is told in it",
            f"Take one of {', '.join(STORY_FORMATS)}.",
        )
    return STORY_FORMATS[suffix]
