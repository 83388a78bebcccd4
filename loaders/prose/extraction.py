"""Extraction: what a text or Markdown document says, touching no graph."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from graph.model.claim import Claim
from graph.model.evidence import Context, Evidence
from graph.model.identity import DocumentId, PublicationId, normalise
from loaders.prose.blocks import HEADING, ITEM, OTHER, REFERENCE, Block, Parsed
from loaders.prose.cues import Reading
from loaders.prose.document import parse
from loaders.prose.fold import Folded, Span, fold
from loaders.prose.lexicon import Lexicon, lexicon
from loaders.prose.masking import mask
from loaders.prose.mentions import Named, find
from loaders.prose.reading import Setting, statements
from loaders.prose.references import Reference, cited, references
from loaders.prose.sentences import sentences
from loaders.prose.slots import Masked
from loaders.prose.statement import Statement
from loaders.prose.tables import table

EXTRACTOR: Final = "gutgraph-prose"

_BACKGROUND: Final = "background_sections"
_AIMS: Final = "aim_sections"


@dataclass(frozen=True, slots=True)
class Found:
    """A mention, with the heading it stands under."""

    named: Named
    section: str


@dataclass(frozen=True, slots=True)
class Stated:
    """Evidence, with the mentions of its ends (None where a rule names the entity itself)."""

    evidence: Evidence
    subject: Named | None
    object: Named | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document, in the order of its text."""

    document: DocumentId
    parsed: Parsed
    references: tuple[Reference, ...]
    mentions: tuple[Found, ...]
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence to read: its words, its mentions, and what it belongs to."""

    words: Folded
    named: tuple[Named, ...]
    block: Block
    own: int = 0  # where the item's own words start, after its lead-in
    citations: tuple[PublicationId, ...] = ()
    title_of: Reference | None = None


def extract(text: str, path: Path, document: DocumentId | None = None) -> Extraction:
    """Read a document.

    Args:
        text: Its text; offsets refer to it.
        path: Its name, whose suffix tells Markdown from plain text.
        document: Its id; the path by default.

    Raises:
        LoadError: Its front matter cannot be used.
        TooLarge: A line is too long for prose.

    """
    parsed = parse(text, path)
    return _Reader(parsed, document or DocumentId(str(path)), lexicon()).read()


class _Reader:
    """Reads one document; keeps its references, its headings and what it has said already."""

    def __init__(self, parsed: Parsed, document: DocumentId, terms: Lexicon) -> None:
        self._parsed = parsed
        self._document = document
        self._terms = terms
        self._references = references(parsed)
        self._known = {one.number: one.publication.id for one in self._references}
        self._heading: Masked | None = None
        self._said: dict[tuple[str, str, str], int] = {}

    def read(self) -> Extraction:
        mentions: list[Found] = []
        stated: list[Stated] = []
        titles = iter(self._references)
        for block in self._parsed.blocks:
            words = fold(self._parsed.text, block.start, block.end, block.hidden)
            named = find(words, self._parsed.text, self._terms)
            mentions += [Found(one, block.section) for one in named]
            if block.kind == HEADING:
                self._heading = self._masked_heading(words)
            elif block.kind == REFERENCE:
                stated += self._title(block, next(titles, None))
            elif block.kind != OTHER and (named or block.kind == ITEM):
                for sentence in self._sentences(block, words, named):
                    stated += self._read_sentence(sentence)
        return Extraction(
            self._document, self._parsed, self._references, tuple(mentions), tuple(stated)
        )

    def _sentences(
        self, block: Block, words: Folded, named: Sequence[Named]
    ) -> Iterator[_Sentence]:
        position = 0
        for part in sentences(words):
            start = words.text.index(part.text, position)
            position = start + len(part.text)
            own = tuple(
                replace(one, start=one.start - start, end=one.end - start)
                for one in named
                if start <= one.start and one.end <= position
            )
            yield _Sentence(part, own, block, citations=cited(part.text, self._known))
        if block.lead is not None and named:
            yield self._with_lead(block, words, named)

    def _with_lead(self, block: Block, words: Folded, named: Sequence[Named]) -> _Sentence:
        lead = block.lead
        if lead is None:
            raise ValueError("an item without a lead-in")
        whole = fold(self._parsed.text, lead.start, lead.end, lead.hidden)
        last = list(sentences(whole))[-1]
        cut = last.part(0, len(last.text.rstrip(" :")))
        led = find(cut, self._parsed.text, self._terms)
        joined = cut.plus(words)
        shift = len(cut.text) + 1
        own = tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in named)
        citations = cited(joined.text, self._known)
        return _Sentence(joined, (*led, *own), block, own=shift, citations=citations)

    def _title(self, block: Block, reference: Reference | None) -> Iterator[Stated]:
        if reference is None or not reference.title.text:
            return
        named = find(reference.title, self._parsed.text, self._terms)
        ids = (reference.publication.id,)
        yield from self._read_sentence(
            _Sentence(reference.title, named, block, citations=ids, title_of=reference)
        )

    def _read_sentence(self, sentence: _Sentence) -> Iterator[Stated]:
        setting = Setting(self._heading, sentence.title_of is not None)
        for statement in statements(sentence.words, sentence.named, setting):
            if sentence.own and not _in_item(statement, sentence.own):
                continue
            yield self._stated(statement, sentence)

    def _masked_heading(self, words: Folded) -> Masked:
        bare = words.part(0, len(words.text.rstrip("?:. ")))
        return mask(bare.text, find(bare, self._parsed.text, self._terms))

    def _stated(self, statement: Statement, sentence: _Sentence) -> Stated:
        start, end = _with_markup(sentence)
        quote = self._parsed.text[start:end]
        claim = Claim.of(statement.subject.entity, statement.predicate, statement.object.entity)
        reading = self._in_section(statement.reading, sentence)
        key = (claim.id, reading.stance, normalise(quote))
        occurrence = self._said.get(key, -1) + 1
        self._said[key] = occurrence
        evidence = Evidence(
            claim=claim,
            document=self._document,
            subject=statement.subject.entity,
            object=statement.object.entity,
            stance=reading.stance,
            certainty=reading.certainty,
            quote=quote,
            start=start,
            end=end,
            occurrence=occurrence,
            status=reading.status,
            cue=_as_written(reading.cue, quote),
            negation=reading.negation,
            section=sentence.block.section,
            inferred=statement.inferred,
            extractor=EXTRACTOR,
            rule=statement.rule,
            knowledge_level="knowledge_assertion",
            agent_type="text_mining_agent",
            cited=sentence.citations,
            context=_context(statement, quote),
        )
        return Stated(evidence, statement.subject.named, statement.object.named)

    def _in_section(self, reading: Reading, sentence: _Sentence) -> Reading:
        if sentence.title_of is not None:
            return replace(reading, status="title")
        words = sentence.block.section.lower().strip(" :")
        label = sentence.words.text.split(":")[0].lower()
        sections = table("cues.yaml")
        if words in sections[_AIMS] or label in sections[_AIMS]:
            return replace(reading, status="aim")
        if words in sections[_BACKGROUND] or label in sections[_BACKGROUND]:
            return replace(reading, status="background")
        return reading


def _with_markup(sentence: _Sentence) -> Span:
    """Give the span of a sentence in the document, with the markup that touches its ends."""
    start, end = sentence.words.original(0, len(sentence.words.text))
    lead = sentence.block.lead
    hidden = (*(lead.hidden if lead and sentence.own else ()), *sentence.block.hidden)
    for first, last in sorted(hidden, reverse=True):
        start = first if last == start else start
    for first, last in sorted(hidden):
        end = last if first == end else end
    return start, end


def _in_item(statement: Statement, own: int) -> bool:
    ends = (statement.subject.named, statement.object.named)
    return any(one is not None and one.start >= own for one in ends)


def _context(statement: Statement, quote: str) -> Context:
    purpose = ""
    if statement.predicate == "STUDIED_FOR":
        words = table("cues.yaml")["prophylaxis"]
        found = re.search(rf"\b(?:{'|'.join(words)})", quote, re.I)
        purpose = "prophylaxis" if found else "therapy"
    return Context(
        host=_host(quote),
        population=_as_written(statement.population, quote),
        comparator=_as_written(statement.comparator, quote),
        via=_as_written(statement.via, quote),
        condition=_as_written(statement.condition, quote),
        purpose=purpose,
    )


def _host(quote: str) -> str:
    hosts: Mapping[str, Any] = table("cues.yaml")["hosts"]
    for host in ("mouse", "rat", "human"):
        if re.search(rf"\b(?:{'|'.join(hosts[host])})\b", quote):
            return host
    return ""


def _as_written(words: str, quote: str) -> str:
    """Find words in the quote as they stand there; the words themselves if they do not."""
    if not words:
        return ""
    parts = re.findall(r"[\w'+]+", words)
    if not parts:
        return words
    # Whatever was left out in masking (articles, markup) may stand between two words.
    found = re.search(r"\b" + r"(?:\W+(?:\w+\W+){0,2}?)".join(map(re.escape, parts)), quote, re.I)
    return found[0] if found else words
