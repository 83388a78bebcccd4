"""A document's blocks: headings, paragraphs, list items and references, with exact offsets."""

from dataclasses import dataclass, field
from typing import Final

from loaders.prose.fold import Span

HEADING: Final = "heading"
PARAGRAPH: Final = "paragraph"
ITEM: Final = "item"
NUMBERED: Final = "numbered"
REFERENCE: Final = "reference"
OTHER: Final = "other"  # tables and the like: its mentions count, its sentences do not


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document.

    Attributes:
        start, end: Code points of its words in the document's text, end exclusive.
        hidden: Spans of markup within it.
        section: The heading it stands under.
        lead: For an item, the paragraph that leads in to its list.
        number: For a numbered item or reference, its number.

    """

    kind: str
    start: int
    end: int
    hidden: tuple[Span, ...] = ()
    section: str = ""
    lead: "Block | None" = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document taken apart."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    matter: dict[str, str] = field(default_factory=dict)
