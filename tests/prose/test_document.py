"""Documents taken apart: blocks, sentences, markup, front matter, references."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LoadError
from loaders.prose.document import parse, words_of
from loaders.prose.extraction import extract
from loaders.prose.fold import fold
from loaders.prose.references import cited, references
from loaders.prose.sentences import sentences


def _blocks(text: str, name: str = "page.txt") -> list[tuple[str, str, str]]:
    parsed = parse(text, Path(name))
    return [(block.kind, words_of(text, block), block.section) for block in parsed.blocks]


def test_plain_text_has_headings_paragraphs_and_items() -> None:
    text = "The Gut In MS\n\nSome help:\n\n  • zinc\n  • iron\n    tablets\n\nThe end."
    assert _blocks(text) == [
        ("heading", "The Gut In MS", "The Gut In MS"),
        ("paragraph", "Some help:", "The Gut In MS"),
        ("item", "zinc", "The Gut In MS"),
        ("item", "iron tablets", "The Gut In MS"),
        ("paragraph", "The end.", "The Gut In MS"),
    ]


def test_markdown_markup_is_hidden_and_offsets_stay() -> None:
    text = "# **Leaky** gut\n\n*Zinc* and [iron](http://x.org) help.\n"
    assert _blocks(text, "page.md") == [
        ("heading", "Leaky gut", "Leaky gut"),
        ("paragraph", "Zinc and iron help.", "Leaky gut"),
    ]
    block = parse(text, Path("page.md")).blocks[1]
    assert text[block.start : block.end] == "*Zinc* and [iron](http://x.org) help."


def test_quote_holds_the_markup_of_its_source() -> None:
    text = "**Emulsifiers** trigger [colitis](http://x.org) in mice.\n"
    evidence = extract(text, Path("page.md")).stated[0].evidence
    assert evidence.quote == "**Emulsifiers** trigger [colitis](http://x.org) in mice."
    assert text[evidence.start : evidence.end] == evidence.quote


def test_sentences_respect_abbreviations_initials_and_decimals() -> None:
    text = (
        "F. prausnitzii rose 1.5 fold (e.g. in IBD). Smith et al. agree on vitamin D. Fibre helps."
    )
    found = [part.text for part in sentences(fold(text, 0, len(text)))]
    assert found == [
        "F. prausnitzii rose 1.5 fold (e.g. in IBD).",
        "Smith et al. agree on vitamin D.",
        "Fibre helps.",
    ]


def test_front_matter_names_title_and_interest() -> None:
    text = "---\ntitle: A review\ninterest: sells tests\n---\nText.\n"
    parsed = parse(text, Path("page.md"))
    assert (parsed.title, parsed.matter["interest"]) == ("A review", "sells tests")


def test_unknown_front_matter_names_what_it_may_have() -> None:
    with pytest.raises(LoadError) as caught:
        parse("---\nauthor: me\n---\nText.\n", Path("page.md"))
    assert str(caught.value) == (
        "page.md:1: the front matter has author. It may have title, url, licence, interest."
    )


def test_citations_resolve_ranges_and_ignore_what_is_no_reference() -> None:
    known = {1: "PMID:1", 2: "PMID:2", 3: "PMID:3"}
    assert cited("More often (1, 3).", known) == ("PMID:1", "PMID:3")  # type: ignore[arg-type]
    assert cited("More often [1-3].", known) == ("PMID:1", "PMID:2", "PMID:3")  # type: ignore[arg-type]
    assert cited("In most (40) of them (2018).", known) == ()  # type: ignore[arg-type]


def test_reference_with_authors_and_doi_yields_its_title() -> None:
    text = (
        "# References\n\n"
        "1. Doe J, Roe R. Fasting and the gut of mice in winter. Gut. 2019;1:2. doi:10.1000/abc.1\n"
    )
    publication = references(parse(text, Path("page.md")))[0].publication
    assert publication.title == "Fasting and the gut of mice in winter"
    assert (publication.doi, publication.year) == ("10.1000/abc.1", 2019)


@given(st.text(alphabet="AaMSé ﬁ\u0301*_#-–•\n\r\t.1(){}<>[]|😀", max_size=200))
def test_any_text_keeps_its_offsets(text: str) -> None:
    for name in ("page.txt", "page.md"):
        extraction = extract(text, Path(name))
        for block in extraction.parsed.blocks:
            assert 0 <= block.start < block.end <= len(text)
        for found in extraction.mentions:
            named = found.named
            assert text[named.document_start : named.document_end] == named.text
