"""The prose loader: text and Markdown to a document, its mentions, citations and evidence."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from graph.model.document import Document
from graph.model.entity import Definition, Mention
from graph.model.identity import DocumentId, EntityId
from graph.model.known import entities
from graph.model.publication import Citation
from graph.model.record import Record
from loaders.base import Source
from loaders.prose.extraction import Extraction, extract
from loaders.prose.front_matter import front_matter
from loaders.prose.tables import digest

name: Final = "prose"
version: Final = "1"

_MARKDOWN: Final = frozenset({".md", ".markdown", ".mdown"})
_SUFFIXES: Final = _MARKDOWN | {".txt", ".text"}


def recognises(path: Path, head: bytes) -> bool:  # noqa: ARG001 - every loader is shown the head
    """Say whether this is text or Markdown, by its name; what is none inside is refused as such."""
    return path.suffix.lower() in _SUFFIXES


def read(source: Source) -> Iterator[Record]:
    """Yield a document and all it brings.

    Raises:
        LoadError: The bytes are no UTF-8 text, or the front matter cannot be used.
        TooLarge: A line is too long for prose.

    """
    text = source.decode()
    matter, _body = front_matter(text, str(source.path))
    extraction = extract(text, source.path, DocumentId(matter.get("url") or source.id))
    document = _document(source, text, extraction)
    yield document
    yield from _definitions(extraction, document.id)
    yield from _mentions(extraction, document.id)
    for reference in extraction.references:
        yield Citation(document.id, reference.publication, reference.number)
    for stated in extraction.stated:
        yield stated.evidence


def _document(source: Source, text: str, extraction: Extraction) -> Document:
    matter = extraction.parsed.matter
    return Document(
        id=extraction.document,
        sha256=source.sha256,
        kind="markdown" if source.path.suffix.lower() in _MARKDOWN else "text",
        title=extraction.parsed.title,
        url=matter.get("url", ""),
        licence=matter.get("licence", ""),
        interest=matter.get("interest", ""),
        text=text,
        loader=name,
        # A table edited reads the same bytes otherwise: then a load is no repetition.
        loader_version=f"{version}-{digest()}",
    )


def _definitions(extraction: Extraction, document: DocumentId) -> Iterator[Definition]:
    named = {one.named.entity for one in extraction.mentions}
    for stated in extraction.stated:
        named |= {stated.evidence.subject, stated.evidence.object}
    for id_ in sorted(named):
        yield Definition(entities()[id_], document)


def _mentions(extraction: Extraction, document: DocumentId) -> Iterator[Mention]:
    places: dict[EntityId, list[tuple[int, int]]] = {}
    for one in extraction.mentions:
        span = (one.named.document_start, one.named.document_end)
        places.setdefault(one.named.entity, []).append(span)
    for id_ in sorted(places):
        starts, ends = zip(*places[id_], strict=True)
        yield Mention(document, id_, starts, ends)
