"""What py2neo gets of a subgraph, and what comes back from it."""

import tomllib
from dataclasses import replace
from typing import Final

import py2neo
import pytest

from graph.ask.neighbourhood import neighbourhood
from graph.engine.bolt import BoltStore
from graph.errors import LoadError, QueryRefused, StoreUnavailable
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.subgraph import CountedClaim, Subgraph
from graph.py2neo_bridge import ReadingGraph, connect, from_py2neo, to_py2neo
from graph.settings import Settings
from graph.write.checksum import checksum
from tests.house.project import ROOT
from tests.write.sample import AKKERMANSIA, DOWN, MS, UP

_AROUND: Final = """
MATCH (start:Entity {id: $id})
OPTIONAL MATCH (start)--(other:Entity)
WITH start, collect(DISTINCT other) + start AS near
UNWIND near AS one
MATCH (one)-[r]->(two:Entity) WHERE two IN near
RETURN one, r, two
"""


def subgraph(*claims: CountedClaim, hidden: dict[EntityId, int] | None = None) -> Subgraph:
    entities = (
        Entity(EntityId(MS), "multiple sclerosis", "Disease", ("MS",)),
        Entity(EntityId(AKKERMANSIA), "Akkermansia", "Taxon", description="A <b>taxon</b>"),
    )
    return Subgraph.of(entities, claims, hidden)


def counted(id_: str) -> CountedClaim:
    counts = Counts(supports=2, papers=1, certainty="asserted", hosts=("human",), first_year=1999)
    return CountedClaim(Claim.from_id(id_), counts, ("a|infores:ctd",))


@pytest.mark.engine
def test_a_neighbourhood_goes_to_py2neo_and_comes_back_the_same(asked: BoltStore) -> None:
    for limit in (50, 1):
        read = neighbourhood(asked, [MS], limit)
        assert read.claims
        assert from_py2neo(to_py2neo(read)) == read
    assert read.hidden


@pytest.mark.engine
def test_a_query_of_py2neo_gives_the_neighbourhood_that_gutgraph_gives(
    asked: BoltStore, py2neo_graph: ReadingGraph
) -> None:
    found = py2neo_graph.run(_AROUND, id=MS).to_subgraph()
    assert from_py2neo(found) == replace(neighbourhood(asked, [MS]), hidden={})


@pytest.mark.engine
def test_nothing_can_be_written_through_the_connection(
    store: BoltStore, py2neo_graph: ReadingGraph
) -> None:
    before = checksum(store)
    with pytest.raises(py2neo.Neo4jError):
        py2neo_graph.run("CREATE (:Entity {id: 'X:9'})")
    with pytest.raises(py2neo.Neo4jError):
        py2neo_graph.create(py2neo.Node("Entity", id="X:9"))
    with pytest.raises(QueryRefused, match=r"Refused: a py2neo transaction that may write\."):
        py2neo_graph.auto(readonly=False)
    assert checksum(store) == before


@pytest.mark.engine
def test_a_server_that_is_not_there_is_told_in_the_words_of_every_command(
    graph_settings: Settings,
) -> None:
    nowhere = graph_settings.model_copy(update={"neo4j_uri": "bolt://127.0.0.1:1"})
    with pytest.raises(StoreUnavailable, match=r"^No store answers at bolt://127\.0\.0\.1:1: "):
        connect(nowhere)


def test_a_node_and_a_relationship_lie_in_py2neo_as_in_the_store() -> None:
    turned = to_py2neo(subgraph(counted(UP), hidden={EntityId(MS): 7}))
    nodes = {node["id"]: node for node in turned.nodes}
    assert set(nodes[MS].labels) == {"Entity", "Disease"}
    assert (nodes[MS]["name"], nodes[MS]["synonyms"], nodes[MS]["hidden"]) == (
        "multiple sclerosis",
        ["MS"],
        7,
    )
    assert "hidden" not in nodes[AKKERMANSIA]
    (edge,) = turned.relationships
    assert (type(edge).__name__, edge.start_node["id"], edge.end_node["id"]) == (
        "INCREASED_IN",
        AKKERMANSIA,
        MS,
    )
    assert {key: edge[key] for key in ("id", "supports", "hosts", "databases", "last_year")} == {
        "id": UP,
        "supports": 2,
        "hosts": ["human"],
        "databases": ["infores:ctd"],
        "last_year": None,
    }


def test_parallel_claims_stay_apart() -> None:
    qualified = f"{UP}~object_aspect=severity"
    turned = to_py2neo(subgraph(counted(UP), counted(DOWN), counted(qualified)))
    assert len(turned.relationships) == 3
    assert [one.id for one in from_py2neo(turned).claims] == sorted([UP, DOWN, qualified])


def test_an_empty_subgraph_stays_empty() -> None:
    assert from_py2neo(to_py2neo(Subgraph())) == Subgraph()


def test_a_node_that_is_no_entity_is_refused_with_its_labels() -> None:
    with pytest.raises(LoadError) as caught:
        from_py2neo(py2neo.Subgraph([py2neo.Node("Publication", id="PMID:1")]))
    assert str(caught.value) == (
        "py2neo.Subgraph: A node with the labels Publication is not of a subgraph of claims. "
        "Return entities and the claims between them, for example: "
        "MATCH (a:Entity)-[r]->(b:Entity) RETURN a, r, b LIMIT 20"
    )


def test_a_relationship_that_is_no_claim_is_refused_with_its_type() -> None:
    turned = to_py2neo(subgraph())
    one, two = turned.nodes
    with pytest.raises(LoadError, match="A relationship KNOWS with the id None is not of"):
        from_py2neo(py2neo.Subgraph([one, two], [py2neo.Relationship(one, "KNOWS", two)]))


def test_a_claim_between_other_ends_than_it_says_is_refused() -> None:
    turned = to_py2neo(subgraph(counted(UP)))
    nodes = {node["id"]: node for node in turned.nodes}
    wrong = py2neo.Relationship(nodes[MS], "INCREASED_IN", nodes[AKKERMANSIA], id=UP)
    with pytest.raises(LoadError, match=f"{MS} INCREASED_IN {AKKERMANSIA} has the id of another"):
        from_py2neo(py2neo.Subgraph(nodes.values(), [wrong]))


def test_the_extra_and_the_tests_have_the_same_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (extra,) = project["project"]["optional-dependencies"]["py2neo"]
    assert extra in project["dependency-groups"]["test"]
