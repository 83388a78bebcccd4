"""Folded entities: claims follow, counts follow, and nothing is disputed that was not."""

from dataclasses import replace

from graph.model import taxonomy
from graph.model.claim import Claim
from graph.model.counting import Counts, Weighed, count
from graph.model.entity import Entity
from graph.model.hierarchy import Hierarchy, of_rank, shared
from graph.model.identity import EntityId
from graph.model.rollup import Rolled, merged_ids, regrouped, rolled, stand_ins
from graph.model.subgraph import CountedClaim, Subgraph

KINDS = Hierarchy({"T:1": ("G:1",), "T:2": ("G:1",), "T:3": ("G:2",), "G:1": ("F:1",)})
UP, DOWN = "INCREASED_IN", "DECREASED_IN"


def said(stance: str, paper: str, **fields: object) -> Weighed:
    fields = {"certainty": "suggested", "host": "human", "years": (2020,)} | fields
    return Weighed(stance=stance, papers=(paper,), sources=(paper,), **fields)  # type: ignore[arg-type]


def fold(
    claims: dict[str, list[Weighed]], *folded: str, agreements: dict[str, str] | None = None
) -> Rolled:
    """Fold a graph of claims, given with the evidence of each."""
    counted = []
    for id_, evidence in claims.items():
        claim = Claim.from_id(id_)
        against = claims.get(claim.opposite.id, []) if claim.opposite else []
        counts = count(evidence, against)
        counts = replace(counts, agreement=(agreements or {}).get(id_, counts.agreement))
        counted.append(CountedClaim(claim, counts))
    ids = sorted({end for one in counted for end in (one.claim.subject, one.claim.object)})
    whole = Subgraph.of([Entity(id_, id_) for id_ in ids], counted, {ids[0]: 2, ids[1]: 3})
    into = stand_ins(ids, KINDS, folded)
    parents = {EntityId(id_): Entity(EntityId(id_), id_) for id_ in folded}
    return rolled(whole, into, parents, claims)


def counts_of(found: Rolled, id_: str) -> Counts:
    return next(one.counts for one in found.subgraph.claims if one.id == id_)


def test_children_become_one_claim_and_a_paper_counts_once_a_side() -> None:
    one = {
        f"T:1~{UP}~D:1": [said("supports", "P1"), said("refutes", "P3", negation="denied")],
        f"T:2~{UP}~D:1": [
            said("supports", "P1", certainty="asserted", host="mouse", years=(2011,)),
            said("supports", "P2"),
        ],
    }
    found = fold(one, "G:1")
    counts = counts_of(found, f"G:1~{UP}~D:1")
    assert (counts.supports, counts.refutes) == (3, 1)
    assert (counts.papers, counts.refuting_papers) == (2, 1)
    assert (counts.certainty, counts.hosts) == ("asserted", ("human", "mouse"))
    assert (counts.first_year, counts.last_year) == (2011, 2020)
    assert found.merged == {f"G:1~{UP}~D:1": (f"T:1~{UP}~D:1", f"T:2~{UP}~D:1")}
    assert found.inside == {"G:1": ("T:1", "T:2")}
    assert [entity.id for entity in found.subgraph.entities] == ["D:1", "G:1"]


def test_children_that_differ_in_direction_vary() -> None:
    two = {f"T:1~{UP}~D:1": [said("supports", "P1")], f"T:2~{DOWN}~D:1": [said("supports", "P2")]}
    found = fold(two, "G:1")
    assert {one.counts.agreement for one in found.subgraph.claims} == {"varies"}
    assert {one.counts.agreement for one in fold(two, "G:2").subgraph.claims} == {"one-sided"}


def test_one_paper_that_sees_one_child_rise_and_another_fall_varies_too() -> None:
    two = {f"T:1~{UP}~D:1": [said("supports", "P1")], f"T:2~{DOWN}~D:1": [said("supports", "P1")]}
    assert counts_of(fold(two, "G:1"), f"G:1~{UP}~D:1").agreement == "varies"


def test_a_fold_is_contested_only_where_a_child_is() -> None:
    both = [said("supports", "P1"), said("refutes", "P2", negation="denied")]
    one = {f"T:1~{UP}~D:1": both, f"T:2~{UP}~D:1": [said("supports", "P3")]}
    assert counts_of(fold(one, "G:1"), f"G:1~{UP}~D:1").agreement == "contested"
    apart = {
        f"T:1~{UP}~D:1": [said("supports", "P1")],
        f"T:2~{UP}~D:1": [said("refutes", "P2", negation="denied")],
    }
    assert counts_of(fold(apart, "G:1"), f"G:1~{UP}~D:1").agreement == "varies"


def test_claims_inside_a_fold_go_and_are_told_of() -> None:
    kinds = {"T:1~SUBCLASS_OF~G:1": [said("supports", "P1")], f"T:1~{UP}~D:1": []}
    found = fold(kinds, "G:1")
    assert [one.id for one in found.subgraph.claims] == [f"G:1~{UP}~D:1"]
    assert found.within == {"G:1": 1}
    assert found.inside == {"G:1": ("G:1", "T:1")}


def test_the_parents_own_claim_takes_its_children_in() -> None:
    one = {f"G:1~{UP}~D:1": [said("supports", "P1")], f"T:2~{UP}~D:1": [said("supports", "P2")]}
    assert counts_of(fold(one, "G:1"), f"G:1~{UP}~D:1").papers == 2


def test_the_ends_of_a_symmetric_claim_are_sorted_again() -> None:
    found = fold({"A:1~ASSOCIATED_WITH~T:1": [], "T:1~ASSOCIATED_WITH~Z:1": []}, "G:1")
    assert [one.id for one in found.subgraph.claims] == [
        "A:1~ASSOCIATED_WITH~G:1",
        "G:1~ASSOCIATED_WITH~Z:1",
    ]


def test_the_highest_that_is_asked_for_stands_for_all_below_it() -> None:
    assert stand_ins(["T:1", "T:3", "G:1"], KINDS, ["G:1", "F:1"]) == {"T:1": "F:1", "G:1": "F:1"}


def test_hidden_neighbours_of_what_is_inside_are_added_up() -> None:
    assert fold({f"T:1~{UP}~T:2": [], f"T:1~{UP}~D:1": []}, "G:1").subgraph.hidden == {
        "D:1": 2,
        "G:1": 3,
    }


def test_nothing_folded_leaves_everything_as_it_is() -> None:
    one = {f"T:1~{UP}~D:1": [said("supports", "P1")]}
    found = fold(one)
    assert (found.inside, found.merged) == ({}, {})
    assert counts_of(found, f"T:1~{UP}~D:1").papers == 1


def test_only_what_folding_changes_is_counted_again() -> None:
    claims = [CountedClaim(Claim.from_id(id_)) for id_ in (f"T:1~{UP}~D:1", f"T:3~{UP}~D:1")]
    groups = regrouped(claims, {EntityId("T:1"): EntityId("G:1")})
    assert merged_ids(groups) == {f"G:1~{UP}~D:1": (f"T:1~{UP}~D:1",)}


def test_a_hierarchy_that_runs_in_a_circle_ends() -> None:
    assert Hierarchy({"A:1": ("B:1",), "B:1": ("A:1",)}).above("A:1") == ("B:1",)


def test_diseases_gather_under_a_parent_that_is_there_or_that_two_share() -> None:
    kinds = Hierarchy({"D:1": ("D:9",), "D:2": ("D:9", "D:3"), "D:4": ("D:8",)})
    assert shared(kinds, ["D:1", "D:2", "D:3", "D:4"]) == {"D:9", "D:3"}


def test_each_parent_of_a_taxon_is_a_taxon_of_a_higher_rank() -> None:
    table = taxonomy.taxa()
    order = taxonomy.RANKS.index
    for taxon in table.values():
        assert order(taxon.rank) >= 0
        assert not taxon.parent or order(table[taxon.parent].rank) > order(taxon.rank), taxon


def test_a_taxon_of_each_rank_is_found() -> None:
    from graph.model.hierarchy import taxonomy as above

    blautia = "NCBITaxon:572511"
    kinds = above([blautia])
    assert of_rank(kinds, [blautia], "family") == {"NCBITaxon:186803"}
    assert of_rank(kinds, [blautia], "phylum") == {"NCBITaxon:1239"}
