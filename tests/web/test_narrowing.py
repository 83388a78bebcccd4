"""A narrowing in an address."""

from graph.model.narrowing import Narrowing
from web.narrowing import narrowing_query, read_narrowing


def test_what_is_asked_for_is_read_back_from_its_address() -> None:
    asked = Narrowing(
        stances=("refutes",),
        certainties=("asserted", "suggested"),
        predicates=("INCREASED_IN",),
        categories=("Taxon",),
        hidden_categories=("Gene",),
        agreements=("contested",),
        hosts=("human",),
        study_types=("case-control, nested", "100% sample"),
        since=2010,
        until=2020,
        papers=2,
        documents=("https://example.org/a,b",),
        text="akk",
    )
    assert read_narrowing(narrowing_query(asked)) == asked


def test_nothing_asked_for_writes_nothing() -> None:
    assert narrowing_query(Narrowing()) == {}


def test_what_is_malformed_in_an_address_is_left_out() -> None:
    query = {"certainty": "sure,asserted", "papers": "many", "since": "2020", "until": "2010"}
    assert read_narrowing(query) == Narrowing(certainties=("asserted",), since=2020)
