"""Narrowing: a claim passes when it is asked for."""

from dataclasses import replace

import pytest

from graph.errors import RecordError
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.narrowing import Narrowing
from graph.model.subgraph import CountedClaim

TAXON = Entity(EntityId("NCBITaxon:239934"), "Akkermansia", "Taxon")
MS = Entity(EntityId("MONDO:0005301"), "multiple sclerosis", "Disease")
COUNTED = CountedClaim(
    Claim.of(TAXON.id, "INCREASED_IN", MS.id),
    Counts(
        supports=3,
        papers=2,
        refuting_papers=1,
        certainty="asserted",
        agreement="varies",
        hosts=("Homo sapiens",),
        study_types=("case-control",),
        first_year=2015,
        last_year=2018,
    ),
)


@pytest.mark.parametrize(
    ("asked", "passes"),
    [
        (Narrowing(), True),
        (Narrowing(stances=("supports",)), True),
        (Narrowing(stances=("refutes",)), False),
        (Narrowing(certainties=("suggested", "asserted")), True),
        (Narrowing(certainties=("proposed",)), False),
        (Narrowing(predicates=("INCREASED_IN",)), True),
        (Narrowing(predicates=("CAUSES",)), False),
        (Narrowing(categories=("Taxon",)), True),
        (Narrowing(categories=("Gene",)), False),
        (Narrowing(hidden_categories=("Taxon",)), False),
        (Narrowing(hidden_categories=("Gene",)), True),
        (Narrowing(agreements=("contested",)), False),
        (Narrowing(agreements=("varies",)), True),
        (Narrowing(hosts=("human",)), True),
        (Narrowing(hosts=("Homo sapiens",)), True),
        (Narrowing(hosts=("animal",)), False),
        (Narrowing(study_types=("case-control",)), True),
        (Narrowing(study_types=("trial",)), False),
        (Narrowing(papers=3), True),
        (Narrowing(papers=4), False),
        (Narrowing(since=2018), True),
        (Narrowing(since=2019), False),
        (Narrowing(until=2015), True),
        (Narrowing(until=2014), False),
        (Narrowing(text="sclerosis AKK"), True),
        (Narrowing(text="kermansia"), False),
    ],
)
def test_a_claim_passes_what_it_fits(asked: Narrowing, passes: bool) -> None:
    assert asked.passes(COUNTED, TAXON, MS) is passes


def test_a_claim_without_a_year_is_not_between_years() -> None:
    undated = replace(COUNTED, counts=replace(COUNTED.counts, first_year=None, last_year=None))
    assert not Narrowing(since=1900).passes(undated, TAXON, MS)
    assert Narrowing().passes(undated, TAXON, MS)


def test_every_value_that_no_claim_can_have_is_named() -> None:
    with pytest.raises(RecordError) as told:
        Narrowing(certainties=("sure",), categories=("Planet",), since=2020, until=2010, papers=-1)
    for part in ("'sure'", "'Planet'", "since 2020", "papers -1"):
        assert part in str(told.value)
