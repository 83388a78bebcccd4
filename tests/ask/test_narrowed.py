"""Which claims a document speaks of."""

from graph.ask.narrowed import of_documents
from graph.ask.neighbourhood import neighbourhood
from graph.engine.bolt import BoltStore
from tests.write.sample import MS


def test_claims_are_narrowed_to_those_of_a_document(graph: BoltStore) -> None:
    claims = neighbourhood(graph, [MS], 100).claims
    of_hub = of_documents(graph, claims, ["hub"])
    assert of_hub == {one.id for one in claims if one.claim.predicate == "CAUSES"} & of_hub
    assert len(of_hub) == 60
    assert of_documents(graph, claims, ["nowhere"]) == set()
