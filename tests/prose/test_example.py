"""The shipped example: all it says, in full, and the story it must tell."""

from graph.model.known import entities
from tests.prose.golden import EXAMPLE_GOLDEN, example_rows, read
from tests.prose.material import EXAMPLE, example


def test_claims_of_the_example_are_those_of_its_golden_file() -> None:
    assert example_rows(example()) == read(EXAMPLE_GOLDEN)


def test_example_reaches_every_compartment_of_the_axis() -> None:
    ends = {end for one in example().stated for end in (one.evidence.subject, one.evidence.object)}
    places = {entities()[end].place for end in ends}
    assert places == {"intervention", "microbiome", "barrier", "immune", "nervous"}


def test_example_says_who_sells_what() -> None:
    assert "gut test" in example().parsed.matter["interest"]


def test_every_quote_of_the_example_equals_its_source_text() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert example().stated
    for stated in example().stated:
        assert text[stated.evidence.start : stated.evidence.end] == stated.evidence.quote
