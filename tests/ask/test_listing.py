"""The table of claims: narrowed as the rule is written, sorted, page by page; kept or streamed."""

from functools import partial

import pytest

from graph.ask import listing
from graph.ask.claim_table import ClaimTable, claim_table
from graph.ask.claims import claims_among
from graph.ask.listed_claim import SORTS, ClaimPage, ListedClaim, Sheet
from graph.ask.listing import listed_claims, stated
from graph.engine.bolt import BoltStore
from graph.errors import TooLarge
from graph.model.narrowing import CONTESTED, Narrowing
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
    Narrowing(text="produces"),
    Narrowing(since=1990, until=2030),
    Narrowing(stances=("supports",), certainties=("asserted",), papers=1, text="gene"),
)


LONGEST = 1000


@pytest.fixture
def graph(store: BoltStore, reader_store: BoltStore) -> BoltStore:
    """A hub, and ways that are contested, denied and said by databases."""
    write_records(store, [*everything(), *routes()], 5000)
    return reader_store


@pytest.fixture
def table(graph: BoltStore) -> ClaimTable:
    return claim_table(graph)


def ids(page: ClaimPage) -> list[str]:
    return [str(row.claim.id) for row in page.rows]


def test_each_narrowing_gives_what_its_rule_lets_pass(table: ClaimTable) -> None:
    every = table.page(Sheet(limit=LONGEST)).rows
    assert len(every) == 74
    for narrowing in NARROWINGS:
        passing = [
            str(row.claim.id)
            for row in every
            if narrowing.passes(row.claim, row.subject, row.object)
        ]
        found = table.narrowed(narrowing).page(Sheet(limit=LONGEST))
        assert ids(found) == passing, narrowing
        assert found.total == len(passing)


def test_every_sort_goes_by_its_value_both_ways_and_ties_by_id(table: ClaimTable) -> None:
    every = sorted(table.page(Sheet(limit=LONGEST)).rows, key=lambda row: row.claim.id)
    for sort in SORTS:
        for down in (True, False):
            value = partial(value_of, sort, down)
            expected = sorted(every, key=value, reverse=down)
            assert list(table.page(Sheet(sort, down, 0, LONGEST)).rows) == expected, (sort, down)


def value_of(sort: str, down: bool, row: ListedClaim) -> int | str:
    """What a row is sorted by, as it is written."""
    counts = row.claim.counts
    certainties = ("", "proposed", "suggested", "asserted")
    agreements = ("one-sided", "varies", "mixed", "contested")
    papers = counts.papers + counts.refuting_papers
    late = 0 if down else 9999
    special: dict[str, int | str] = {
        "papers": papers,
        "databases": len(row.claim.databases),
        "certainty": certainties.index(counts.certainty),
        "agreement": 1000 * agreements.index(counts.agreement) + papers,
        "first_year": counts.first_year or late,
        "last_year": counts.last_year or late,
        "subject": row.subject.name,
        "object": row.object.name,
        "predicate": row.claim.claim.predicate,
    }
    value: int | str = special[sort] if sort in special else getattr(counts, sort)
    return value


def test_a_claim_comes_back_as_it_is_in_the_graph(graph: BoltStore, table: ClaimTable) -> None:
    rows = table.page(Sheet(limit=LONGEST)).rows
    known = {one.id: one for one in claims_among(graph, {end for row in rows for end in ends(row)})}
    assert {row.claim.id: row.claim for row in rows} == known
    (row,) = table.narrowed(Narrowing(predicates=("PRODUCES",))).page(Sheet()).rows
    assert (row.subject.name, row.phrase, row.object.name) == ("Roseburia", "produces", "butyrate")


def ends(row: ListedClaim) -> tuple[str, str]:
    return row.subject.id, row.object.id


def test_documents_narrow_to_what_they_speak_of_or_assert(
    graph: BoltStore, table: ClaimTable
) -> None:
    asked = Narrowing(documents=("b",))
    assert sorted(ids(table.narrowed(asked, stated(graph, asked)).page(Sheet()))) == sorted(
        [
            "X:1~ASSOCIATED_WITH~X:2",
            f"{MS}~ASSOCIATED_WITH~X:3",
            UP,
            UP.replace("INCREASED", "DECREASED"),
        ]
    )


def test_the_claims_of_one_entity_are_those_with_it_at_either_end(graph: BoltStore) -> None:
    every = claim_table(graph).page(Sheet(limit=LONGEST)).rows
    for entity in ("W:taxon", MS, "W:alone"):
        found = claim_table(graph, entity).page(Sheet(limit=LONGEST))
        assert ids(found) == [str(row.claim.id) for row in every if entity in ends(row)]


@pytest.mark.parametrize("text", ["", "gene"])
def test_pages_one_after_the_other_are_the_whole(table: ClaimTable, text: str) -> None:
    found = table.narrowed(Narrowing(text=text))
    whole = ids(found.page(Sheet("subject", False, 0, LONGEST)))
    pages = []
    offset: int | None = 0
    while offset is not None:
        page = found.page(Sheet("subject", False, offset, 25))
        pages.append(ids(page))
        offset = page.next_offset
    assert [one for page in pages for one in page] == whole
    assert [len(page) for page in pages[:-1]] == [25] * (len(pages) - 1)
    assert found.page(Sheet(offset=5000)) == ClaimPage((), 5000, len(whole))


def test_a_stream_gives_the_pages_of_the_table_though_it_keeps_few(
    graph: BoltStore, table: ClaimTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_PART", 7)
    read: list[int] = []
    for narrowing in (Narrowing(), Narrowing(agreements=CONTESTED), Narrowing(documents=("b",))):
        kept = table.narrowed(narrowing, stated(graph, narrowing))
        for sheet in (Sheet(), Sheet("subject", False, 3, 9), Sheet("databases", True, 70, 50)):
            assert listed_claims(graph, narrowing, sheet, read.append) == kept.page(sheet)
    assert read[:3] == [7, 14, 21]


def test_an_empty_graph_has_a_table_and_a_page(store: BoltStore) -> None:
    assert len(claim_table(store)) == 0
    narrowed = Narrowing(text="gene", since=2000, certainties=("asserted",), hosts=("human",))
    for sort in SORTS:
        assert listed_claims(store, narrowed, Sheet(sort)) == ClaimPage((), 0, 0)


def test_a_page_too_long_and_an_unknown_sort_are_refused() -> None:
    with pytest.raises(TooLarge) as large:
        Sheet(limit=10_001)
    assert str(large.value) == (
        "A page of 10,001 claims is asked for; the limit is 10,000. Ask for the pages one by one."
    )
    with pytest.raises(ValueError, match="'size' is none of papers, "):
        Sheet("size")
