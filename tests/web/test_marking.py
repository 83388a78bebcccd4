"""Texts are cut so that every offset survives: pages, blocks, pieces under overlapping marks."""

from hypothesis import given
from hypothesis import strategies as st

from graph.model.document import Document
from graph.model.identity import DocumentId
from web.marking import Mark, Part, page_at, pages_of, parts_of, pieces_of
from web.reading import place_of

_TEXT = "x" * 60


def document(text: str, kind: str = "markdown") -> Document:
    return Document(DocumentId("d"), "0" * 64, kind, "", text=text)


def marks() -> st.SearchStrategy[list[Mark]]:
    span = st.tuples(st.integers(0, 59), st.integers(1, 60)).filter(lambda one: one[0] < one[1])
    kinds = st.sampled_from(("entity", "statement"))
    return st.lists(
        st.tuples(kinds, st.integers(0, 5), span).map(lambda one: Mark(one[0], one[1], *one[2])),
        max_size=8,
    )


@given(marks(), st.integers(0, 20), st.integers(30, 60))
def test_pieces_join_to_their_block_and_each_statement_covers_its_own_words(
    given_marks: list[Mark], start: int, end: int
) -> None:
    pieces = pieces_of(Part("paragraph", start, end), given_marks)
    assert [one.start for one in pieces] == [start, *(one.end for one in pieces[:-1])]
    assert pieces[-1].end == end
    for mark in given_marks:
        if mark.kind == "statement":
            inside = range(max(mark.start, start), min(mark.end, end))
            covered = {
                place
                for one in pieces
                if mark.of in one.statements
                for place in range(one.start, one.end)
            }
            assert set(inside) <= covered


def test_the_shortest_of_nested_names_is_the_one_shown() -> None:
    nested = [Mark("entity", 0, 0, 20), Mark("entity", 1, 5, 10)]
    pieces = pieces_of(Part("paragraph", 0, 30), nested)
    assert [one.entity for one in pieces] == [0, 1, 0, None]


def test_headings_entries_and_what_lies_between_are_kept_and_front_matter_is_not() -> None:
    text = "---\ntitle: T\n---\n# One\n\nFirst words.\n\n- an entry\n\n## Two\n\nLast words.\n"
    parts = parts_of(document(text))
    assert [(one.kind, text[one.start : one.end]) for one in parts] == [
        ("heading", "One"),
        ("paragraph", "First words."),
        ("entry", "an entry"),
        ("heading", "Two"),
        ("paragraph", "Last words."),
    ]
    assert [one.lead for one in parts] == ["1", "", "•", "2", ""]


def test_a_long_text_comes_in_pages_and_a_place_is_found_on_its_page() -> None:
    text = "\n\n".join(f"Paragraph {number} has some words in it." for number in range(30_000))
    parts = parts_of(document(text, "text"))
    pages = pages_of(parts)
    assert len(text) > 1_000_000
    assert sum(len(page) for page in pages) == len(parts)
    assert max(page[-1].end - page[0].start for page in pages) < 30_000
    place = text.index("Paragraph 20000 ")
    shown = pages[page_at(pages, place)]
    assert shown[0].start <= place < shown[-1].end


def test_a_place_in_an_address_is_read_or_passed_over() -> None:
    assert place_of("12-40") == (12, 40)
    assert [place_of(text) for text in ("", "12", "40-12", "-1-2", "1-2-3", "٣-٤")] == [None] * 6
