"""The loader: records of a document, and input that cannot be read."""

from pathlib import Path

import pytest

from graph.errors import TooLarge
from graph.model.document import Document
from graph.model.entity import Definition, Mention
from graph.model.evidence import Evidence, check_quote
from graph.model.publication import Citation
from loaders.base import Source
from loaders.prose import loader
from tests.prose.material import EXAMPLE


def test_document_comes_first_and_every_quote_stands_in_its_text() -> None:
    records = list(loader.read(Source.read(EXAMPLE)))
    document = records[0]
    assert isinstance(document, Document)
    assert document.text is not None
    assert document.kind == "markdown"
    assert {type(one) for one in records} == {Document, Definition, Mention, Citation, Evidence}
    for record in records:
        if isinstance(record, Evidence):
            check_quote(record, document.text)
        if isinstance(record, Definition | Mention | Evidence | Citation):
            assert record.document == document.id


def test_no_two_pieces_of_evidence_share_an_id() -> None:
    ids = [one.id for one in loader.read(Source.read(EXAMPLE)) if isinstance(one, Evidence)]
    assert len(set(ids)) == len(ids)


def test_reading_twice_gives_the_same_records() -> None:
    assert list(loader.read(Source.read(EXAMPLE))) == list(loader.read(Source.read(EXAMPLE)))


def test_text_and_markdown_are_recognised_and_binaries_are_not() -> None:
    assert loader.recognises(Path("a.md"), b"# T")
    assert loader.recognises(Path("a.txt"), b"T")
    assert not loader.recognises(Path("a.csv"), b"a,b")
    assert loader.recognises(Path("a.txt"), b"\x00\x01")  # and refused as no text when it is read


def test_one_endless_line_is_refused_at_once() -> None:
    with pytest.raises(TooLarge) as caught:
        list(loader.read(Source.of("a.txt", b"gut " * 12_500_000)))
    assert str(caught.value) == (
        "a.txt:1: a line has 50,000,000 characters; 1,000,000 is the most. "
        "Break the text into paragraphs, or load it with the loader for its format."
    )
