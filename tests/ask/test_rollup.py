"""Folding asked of a graph: taxa by rank, others by their claims, counted from the evidence."""

import pytest

from graph.ask.evidence import of_claim
from graph.ask.hierarchy import above
from graph.ask.rollup import rolled_up
from graph.ask.subgraph import among
from graph.engine.bolt import BoltStore
from graph.model.record import Record
from graph.write.writer import write_records
from tests.write.sample import MS, cite, define, document, evidence

BLAUTIA, DOREA = "NCBITaxon:572511", "NCBITaxon:189330"
PREVOTELLA, LACHNOSPIRACEAE = "NCBITaxon:838", "NCBITaxon:186803"
KIND, OTHER, PARENT, TOP = "MONDO:1", "MONDO:2", "MONDO:8", "MONDO:9"


def records() -> list[Record]:
    return [
        document("t"),
        *(define("t", id_, f"taxon {id_[-3:]}", "Taxon") for id_ in (BLAUTIA, DOREA, PREVOTELLA)),
        *(define("t", id_, f"disease {id_}", "Disease") for id_ in (KIND, OTHER, PARENT, TOP)),
        cite("t", 1, pmid="1", kind="primary", year=2001),
        cite("t", 2, pmid="2", kind="primary", year=2009),
        evidence("t", f"{BLAUTIA}~INCREASED_IN~{MS}", "Both rose.", cited=("PMID:1",)),
        evidence("t", f"{DOREA}~INCREASED_IN~{MS}", "Both rose.", cited=("PMID:1",)),
        evidence("t", f"{DOREA}~INCREASED_IN~{MS}", "It rose.", cited=("PMID:2",)),
        evidence("t", f"{PREVOTELLA}~DECREASED_IN~{MS}", "It fell.", cited=("PMID:2",)),
        evidence("t", f"{KIND}~SUBCLASS_OF~{PARENT}", "A kind of it."),
        evidence("t", f"{OTHER}~SUBCLASS_OF~{PARENT}", "A kind of it."),
        evidence("t", f"{PARENT}~SUBCLASS_OF~{TOP}", "A kind of it."),
        evidence("t", f"{KIND}~CAUSES~{MS}", "It causes it."),
        evidence("t", f"{OTHER}~CAUSES~{MS}", "It causes it.", "refutes"),
    ]


@pytest.fixture
def graph(store: BoltStore, reader_store: BoltStore) -> BoltStore:
    write_records(store, records(), 5000)
    return reader_store


def test_taxa_fold_into_their_family_and_are_counted_anew(graph: BoltStore) -> None:
    whole = among(graph, [BLAUTIA, DOREA, PREVOTELLA, MS])
    found = rolled_up(graph, whole, ["rank:family"])
    claim = next(one for one in found.subgraph.claims if one.claim.predicate == "INCREASED_IN")
    assert claim.claim.subject == LACHNOSPIRACEAE
    assert (claim.counts.supports, claim.counts.papers) == (3, 2)
    assert (claim.counts.first_year, claim.counts.last_year) == (2001, 2009)
    assert found.inside[claim.claim.subject] == (DOREA, BLAUTIA)
    assert found.subgraph.entity(LACHNOSPIRACEAE).name == "Lachnospiraceae"
    assert rolled_up(graph, whole, ["rank:species"]).subgraph == whole


def test_a_fold_of_one_claim_counts_what_the_claim_counts(graph: BoltStore) -> None:
    whole = among(graph, [PREVOTELLA, MS])
    (claim,) = rolled_up(graph, whole, ["rank:family"]).subgraph.claims
    own = of_claim(graph, f"{PREVOTELLA}~DECREASED_IN~{MS}").claim
    assert (claim.counts, claim.asserted_in) == (own.counts, own.asserted_in)


def test_diseases_fold_by_what_claims_say_they_are_kinds_of(graph: BoltStore) -> None:
    assert above(graph, [KIND]).above(KIND) == (PARENT, TOP)
    found = rolled_up(graph, among(graph, [KIND, OTHER, MS]), ["rank:parent"])
    (claim,) = found.subgraph.claims
    assert claim.id == f"{PARENT}~CAUSES~{MS}"
    assert (claim.counts.supports, claim.counts.refutes) == (1, 1)
    assert claim.counts.agreement == "varies"
    assert found.subgraph.entity(PARENT).name == f"disease {PARENT}"


def test_an_id_that_nothing_is_below_folds_nothing(graph: BoltStore) -> None:
    whole = among(graph, [KIND, MS])
    assert rolled_up(graph, whole, ["X:unknown", "rank:tribe"]).subgraph == whole
