"""The check finds what somebody broke, and names it."""

import pytest

from graph.engine.store import Store
from graph.write.check import Problem, check
from graph.write.writer import write_records
from tests.write.sample import UP, document_a, document_b

pytestmark = pytest.mark.engine


@pytest.fixture(name="loaded")
def _loaded(store: Store) -> Store:
    write_records(store, [*document_a(), *document_b()], 5000)
    assert check(store) == []
    return store


def changed(store: Store, text: str) -> list[Problem]:
    with store.transaction() as transaction:
        transaction.run(text)
    return check(store)


def test_a_wrong_number_of_claims_is_a_problem(loaded: Store) -> None:
    claims = loaded.read("MATCH (g:Graph) RETURN g.claims AS claims")[0]["claims"]
    found = changed(loaded, "MATCH (g:Graph) SET g.claims = g.claims + 1")
    assert found == [Problem("number", "claims", f"{claims + 1} is kept, {claims} are there")]


def test_a_claim_whose_id_is_broken_is_a_problem_and_no_end_of_the_check(loaded: Store) -> None:
    subject, _, object_ = UP.split("~")
    found = changed(loaded, "MATCH (:Entity)-[r:INCREASED_IN]->(:Entity) SET r.id = 'nonsense'")
    assert [(one.kind, one.id) for one in found] == [("id", "nonsense")]
    assert found[0].text.startswith(f"no claim id, on {subject} INCREASED_IN {object_}: ")


@pytest.mark.parametrize(
    ("name", "kept", "there"),
    [("evidence", 3, 2), ("mentions", 3, 2), ("citations", 3, 2), ("definitions", 2, 1)],
)
def test_a_document_that_lacks_what_it_brought_is_a_problem(
    loaded: Store, name: str, kept: int, there: int
) -> None:
    found = changed(loaded, f"MATCH (d:Document {{id: 'a'}}) SET d.{name} = {kept}")
    assert found == [Problem("document", "a", f"{kept} {name} are kept, {there} are there")]
