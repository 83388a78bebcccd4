"""The table of claims: narrowed as the rule is written, sorted, page by page; kept or streamed."""

import pytest

from graph.ask.contested import contested
from graph.ask.listing import SORTS, ClaimPage, listed_claims
from graph.engine.bolt import BoltStore
from graph.errors import TooLarge
from graph.model.narrowing import Narrowing
from graph.write.writer import write_records
from tests.ask.routes import routes
from tests.ask.sample import everything
from tests.write.sample import MS, UP

pytestmark = pytest.mark.engine

NARROWINGS = (
    Narrowing(),
    Narrowing(stances=("refutes",)),
    Narrowing(certainties=("suggested", "proposed")),
    Narrowing(predicates=("CAUSES", "TREATS")),
    Narrowing(categories=("Disease",)),
    Narrowing(hidden_categories=("Disease",)),
    Narrowing(agreements=("contested", "mixed")),
    Narrowing(hosts=("human",)),
    Narrowing(study_types=("cohort",)),
    Narrowing(since=2000),
    Narrowing(until=2000),
    Narrowing(papers=2),
    Narrowing(text="rose scler"),
    Narrowing(text="gene 00"),
    Narrowing(text="alias003"),
    Narrowing(stances=("supports",), certainties=("asserted",), papers=1, text="gene"),
)


@pytest.fixture
def table(store: BoltStore, reader_store: BoltStore) -> BoltStore:
    """A hub, and ways that are contested, denied and said by databases."""
    write_records(store, [*everything(), *routes()], 5000)
    return reader_store


def ids(page: ClaimPage) -> list[str]:
    return [str(row.claim.id) for row in page.rows]


def test_each_narrowing_gives_what_its_rule_lets_pass(table: BoltStore) -> None:
    every = listed_claims(table, Narrowing(), limit=1000).rows
    assert len(every) == 74
    for narrowing in NARROWINGS:
        passing = [
            str(row.claim.id)
            for row in every
            if narrowing.passes(row.claim, row.subject, row.object)
        ]
        assert ids(listed_claims(table, narrowing, limit=1000)) == passing, narrowing


def test_documents_narrow_to_what_they_speak_of_or_assert(table: BoltStore) -> None:
    found = listed_claims(table, Narrowing(documents=("b",)), sort="predicate", descending=False)
    assert sorted(ids(found)) == sorted(
        [
            "X:1~ASSOCIATED_WITH~X:2",
            f"{MS}~ASSOCIATED_WITH~X:3",
            UP,
            UP.replace("INCREASED", "DECREASED"),
        ]
    )


@pytest.mark.parametrize("text", ["", "gene"])
def test_pages_one_after_the_other_are_the_whole(table: BoltStore, text: str) -> None:
    narrowing = Narrowing(text=text)
    whole = ids(listed_claims(table, narrowing, "subject", descending=False, limit=1000))
    pages = []
    offset: int | None = 0
    while offset is not None:
        page = listed_claims(table, narrowing, "subject", descending=False, offset=offset, limit=25)
        pages.append(ids(page))
        offset = page.next_offset
    assert [one for page in pages for one in page] == whole
    assert [len(page) for page in pages[:-1]] == [25] * (len(pages) - 1)


def test_every_sort_runs_both_ways_and_ties_go_by_id(table: BoltStore) -> None:
    for sort in SORTS:
        down = ids(listed_claims(table, Narrowing(), sort, limit=1000))
        up = ids(listed_claims(table, Narrowing(), sort, descending=False, limit=1000))
        assert sorted(down) == sorted(up)
        assert len(down) == 74
    years = [
        row.claim.counts.first_year
        for row in listed_claims(table, Narrowing(), "first_year", descending=False).rows
    ]
    assert years[0] is not None
    best = listed_claims(table, Narrowing(), limit=3).rows
    assert [row.claim.counts.papers + row.claim.counts.refuting_papers for row in best] == [2] * 3
    assert ids(listed_claims(table, Narrowing(), limit=3)) == sorted(
        ids(listed_claims(table, Narrowing(), limit=3))
    )


def test_a_row_has_the_names_and_the_phrase(table: BoltStore) -> None:
    (row,) = listed_claims(table, Narrowing(predicates=("PRODUCES",))).rows
    assert (row.subject.name, row.phrase, row.object.name) == ("Roseburia", "produces", "butyrate")


def test_contested_claims_are_listed(table: BoltStore) -> None:
    assert ids(contested(table)) == ["W:taxon~DECREASED_IN~W:disease"]
    assert contested(table).next_offset is None


def test_a_page_too_long_and_an_unknown_sort_are_refused(table: BoltStore) -> None:
    with pytest.raises(TooLarge) as large:
        listed_claims(table, Narrowing(), limit=10_001)
    assert str(large.value) == (
        "A page of 10,001 claims is asked for; the limit is 10,000. Ask for the pages one by one."
    )
    with pytest.raises(ValueError, match="'size' is none of papers, "):
        listed_claims(table, Narrowing(), "size")
