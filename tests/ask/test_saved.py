"""Saved queries: each has a title, passes the console's screening and runs on the sample."""

from pathlib import Path

import pytest

from graph.ask import console
from graph.engine.bolt import BoltStore
from graph.settings import Settings

pytestmark = pytest.mark.engine
SAVED = sorted((Path(__file__).parents[2] / "cypher" / "saved").glob("*.cypher"))


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_saved_query_has_a_title_and_runs(graph: BoltStore, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("// ")
    assert console.run(graph, text, Settings()).reason == ""


def test_the_contested_claims_of_the_sample_are_found(graph: BoltStore) -> None:
    path = next(path for path in SAVED if path.stem == "contested")
    rows = console.run(graph, path.read_text(encoding="utf-8"), Settings()).rows
    assert sorted(row[1] for row in rows) == ["DECREASED_IN", "INCREASED_IN"]
    assert {row[3] for row in rows} == {"mixed"}
