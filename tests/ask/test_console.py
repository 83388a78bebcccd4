"""The console: limits of time, rows, bytes and number, through the login that cannot write."""

import time
from threading import Event, Timer

import pytest

from graph.ask import console
from graph.ask.running import Running
from graph.engine.bolt import BoltStore
from graph.errors import (
    QueryCancelled,
    QueryRefused,
    QueryTimeout,
    StoreRejected,
    TooBusy,
    TooLarge,
)
from graph.settings import Settings
from tests.ask.sample import HUB_NEIGHBOURS
from tests.write.sample import MS

pytestmark = pytest.mark.engine
ENDLESS = "UNWIND range(1, 900000) AS a UNWIND range(1, 900000) AS b RETURN sum(a * b) AS total"


def test_a_query_gives_a_table(graph: BoltStore) -> None:
    query = (
        "MATCH (n:Entity {id: 'X:1'})-[r]->(m) RETURN n.name AS name, r.id AS claim, [1, null] AS l"
    )
    table = console.run(graph, query + " ORDER BY claim LIMIT 1;", Settings())
    assert table.columns == ("name", "claim", "l")
    assert 0 < table.seconds < 5
    assert table.rows == (("gene one as a says", "X:1~ASSOCIATED_WITH~X:2", [1, None]),)
    assert (table.truncated, table.reason) == (False, "")


def test_nodes_relations_and_paths_are_maps(graph: BoltStore) -> None:
    query = (
        f"MATCH p = (n:Entity {{id: 'X:1'}})-[r:CAUSES]->(m:Entity {{id: '{MS}'}}) RETURN n, r, p"
    )
    node, relation, path = console.run(graph, query, Settings()).rows[0]
    assert node["properties"]["id"] == "X:1"
    assert (relation["type"], relation["properties"]["supports"]) == ("CAUSES", 1)
    assert [one["properties"]["id"] for one in path["nodes"]] == ["X:1", MS]


def test_rows_past_the_limit_are_cut_and_said(graph: BoltStore) -> None:
    settings = Settings(console_rows=10)
    table = console.run(graph, "UNWIND range(1, 11) AS i RETURN i", settings)
    assert (len(table.rows), table.truncated) == (10, True)
    assert table.reason == "cut after 10 rows; add a LIMIT or narrow it"
    assert not console.run(graph, "UNWIND range(1, 10) AS i RETURN i", settings).truncated


def test_bytes_past_the_limit_are_cut_and_said(graph: BoltStore) -> None:
    table = console.run(
        graph, "UNWIND range(1, 99) AS i RETURN 'abcdefgh'", Settings(console_bytes=100)
    )
    assert 0 < len(table.rows) < 99
    assert table.reason == "cut at 100 bytes; return fewer columns or rows"


def test_long_lists_are_cut_and_said(graph: BoltStore) -> None:
    table = console.run(graph, "RETURN range(1, 1500) AS l, 0.0 / 0.0 AS nan", Settings())
    assert (len(table.rows[0][0]), table.rows[0][1]) == (1000, "nan")
    assert table.reason == "lists are cut after 1,000 values; use UNWIND to see them as rows"


def test_an_endless_query_is_stopped_and_the_next_one_runs(graph: BoltStore) -> None:
    began = time.monotonic()
    with pytest.raises(QueryTimeout) as stopped:
        console.run(graph, ENDLESS, Settings(console_seconds=0.5))
    assert time.monotonic() - began < 10
    assert str(stopped.value) == (
        "The query ran past 0.5 seconds and was stopped. "
        "Narrow it: name a start, take fewer steps or add a LIMIT."
    )
    counted = console.run(graph, "MATCH (n:Entity) RETURN count(n) AS n", Settings())
    assert counted.rows == ((HUB_NEIGHBOURS + 5,),)


def test_a_full_gate_turns_away(graph: BoltStore) -> None:
    settings = Settings(console_at_once=1, console_seconds=0.1)
    gate = console.gate(settings)
    with gate, pytest.raises(TooBusy) as refused:
        console.run(graph, "RETURN 1 AS one", settings, gate=gate)
    assert str(refused.value) == (
        "1 queries are running, which is as many as may. Wait for one to end, then run it again."
    )
    assert console.run(graph, "RETURN 1 AS one", Settings(), gate=gate).rows == ((1,),)


def test_a_write_is_refused_before_the_server_sees_it(graph: BoltStore) -> None:
    with pytest.raises(QueryRefused, match=r"^Refused: CREATE\. "):
        console.run(graph, "CREATE (n:Entity {id: 'x'})", Settings())


def test_a_wrong_query_is_an_error_in_one_line_without_paths(graph: BoltStore) -> None:
    with pytest.raises(StoreRejected) as refused:
        console.run(graph, "MATCH (n RETURN n", Settings())
    assert "\n" not in str(refused.value)
    assert "/" not in str(refused.value)


def test_a_query_longer_than_a_page_is_refused(graph: BoltStore) -> None:
    with pytest.raises(TooLarge) as refused:
        console.run(graph, "RETURN 1 // " + "x" * 20_000, Settings())
    assert str(refused.value) == (
        "The query has 20,012 characters; the limit is 20,000. Shorten it."
    )


def test_a_query_that_is_cancelled_gives_control_back_and_ends_on_the_engine(
    graph: BoltStore,
) -> None:
    running = Running()
    Timer(0.3, running.cancel).start()
    settings = Settings(console_at_once=1)
    gate = console.gate(settings)
    began = time.monotonic()
    with pytest.raises(QueryCancelled) as stopped:
        console.run(graph, ENDLESS, settings, gate=gate, running=running)
    assert time.monotonic() - began < 1
    assert str(stopped.value) == "The query was cancelled. Run it again to have its answer."
    assert gate.acquire(timeout=3)  # its place is free when the engine has let go


def test_one_that_was_cancelled_before_never_starts(graph: BoltStore) -> None:
    running = Running()
    running.cancel()
    with pytest.raises(QueryCancelled):
        console.run(graph, ENDLESS, Settings(), running=running)


def test_control_is_back_though_the_engine_never_lets_go() -> None:
    held, running = Event(), Running()
    began = time.monotonic()
    with pytest.raises(QueryTimeout):
        running.wait(held.wait, 0.2)
    assert time.monotonic() - began < 1.5
    assert running.stop.is_set()
    held.set()


def test_a_plan_is_a_tree_that_ends_where_rows_come_from(graph: BoltStore) -> None:
    query = "MATCH (n:Entity) WHERE n.name CONTAINS $part RETURN count(n) AS n"
    plan = console.explain(graph, query, Settings(), {"part": "one"})
    steps = [plan]
    while steps[-1].children:
        steps.append(steps[-1].children[0])
    assert steps[-1].operator == "NodeByLabelScan"
    assert "n:Entity" in steps[-1].details
    assert plan.note == {
        "arcadedb": "The engine gives no estimate of the rows of this query.",
        "neo4j": "",
    }.get(graph.engine)


def test_branches_stand_beside_each_other_in_a_plan(graph: BoltStore) -> None:
    plan = console.explain(graph, "RETURN 1 AS n UNION UNWIND [2] AS n RETURN n", Settings())
    forked = plan
    while len(forked.children) == 1:
        forked = forked.children[0]
    assert forked.operator.upper() == "UNION"
    assert len(forked.children) == 2


def test_a_plan_of_a_write_is_refused(graph: BoltStore) -> None:
    with pytest.raises(QueryRefused, match=r"^Refused: CREATE\. "):
        console.explain(graph, "CREATE (n:Entity {id: 'x'})", Settings())


def test_explain_is_not_a_word_of_a_query(graph: BoltStore) -> None:
    with pytest.raises(QueryRefused, match="a plan is shown by Explain, not by a word"):
        console.run(graph, "EXPLAIN MATCH (n) RETURN n", Settings())
