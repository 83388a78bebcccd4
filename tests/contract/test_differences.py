"""Where the engines differ is measured anew in each run, printed, and what the page says."""

import pytest

from graph.engine.bolt import BoltStore
from graph.errors import StoreRejected
from tests.contract.conftest import Both
from tests.contract.differences import Difference, table
from tests.contract.probes import DONE, NODES, PROBES, REFUSED, Probe
from tests.engines import emptied
from tests.house.project import ROOT

pytestmark = [pytest.mark.engine, pytest.mark.neo4j]


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.what.replace(" ", "_"))
def test_each_engine_does_what_is_written_of_it(
    probe: Probe, both: Both, differences: set[Difference]
) -> None:
    arcadedb, neo4j = (outcome(probe, emptied(both[name])) for name in ("arcadedb", "neo4j"))
    if arcadedb != neo4j:
        differences.add(Difference(probe.what, probe.query, arcadedb, neo4j))
    assert (arcadedb, neo4j) == (probe.arcadedb, probe.neo4j)


def test_the_page_on_engines_shows_every_difference() -> None:
    differ = [one for one in PROBES if one.arcadedb != one.neo4j]
    text = (ROOT / "docs/engines.md").read_text(encoding="utf-8")
    assert table(Difference(one.what, one.query, one.arcadedb, one.neo4j) for one in differ) in text


def outcome(probe: Probe, store: BoltStore) -> str:
    with store.transaction() as transaction:
        transaction.run(NODES)
    try:
        rows = _run(probe, store)
    except StoreRejected:
        rows = REFUSED
    finally:
        _clean(store)
    return rows


def _run(probe: Probe, store: BoltStore) -> str:
    rows = []
    try:
        if probe.writes:
            with store.transaction() as transaction:
                rows = transaction.run(probe.query)
        else:
            rows = store.read(probe.query)
    except StoreRejected:
        if not probe.then:
            raise
    if probe.then:
        rows = store.read(probe.then)
    return str(rows) if rows else DONE


def _clean(store: BoltStore) -> None:
    """Drop what a probe made; our own schema is named otherwise."""
    for row in store.read("SHOW INDEXES YIELD name, labelsOrTypes RETURN name, labelsOrTypes"):
        if row["labelsOrTypes"] == ["Probe"]:
            with store.transaction() as transaction:
                transaction.run(f"DROP INDEX `{row['name']}`")
