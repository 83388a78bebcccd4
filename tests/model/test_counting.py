"""Counting and joining: the same whatever the order, and what the design says of each case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.counting import Weighed, count
from graph.model.identity import publication_id
from graph.model.joining import Contribution, join
from graph.model.publication import Publication
from graph.model.weighing import Paper, contrast_class, host_class, weigh

weighed = st.builds(
    Weighed,
    stance=st.sampled_from(["supports", "refutes"]),
    certainty=st.sampled_from(["asserted", "suggested", "proposed"]),
    papers=st.lists(st.sampled_from(["P1", "P2"]), unique=True).map(tuple),
    sources=st.lists(st.sampled_from(["P1", "P2", "d"]), min_size=1, unique=True).map(tuple),
    context=st.sampled_from([("human", "", ""), ("animal", "", "")]),
    host=st.sampled_from(["", "human", "mouse"]),
    years=st.lists(st.integers(1990, 2030), max_size=2).map(tuple),
    counts=st.booleans(),
)


@given(st.lists(weighed, max_size=6), st.lists(weighed, max_size=4), st.randoms())
def test_the_order_of_evidence_never_matters(
    own: list[Weighed], against: list[Weighed], random: st.DataObject
) -> None:
    before = count(own, against)
    random.shuffle(own)  # type: ignore[attr-defined]
    random.shuffle(against)  # type: ignore[attr-defined]
    assert count(own, against) == before


def side(stance: str, source: str, **fields: object) -> Weighed:
    return Weighed(stance, "asserted", sources=(source,), papers=(source,), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("own", "against", "agreement"),
    [
        ([side("supports", "P1")], [], "one-sided"),
        ([side("supports", "P1"), side("refutes", "P2")], [], "contested"),
        ([side("supports", "P1"), side("refutes", "P1")], [], "mixed"),
        ([side("supports", "P1")], [side("supports", "P2")], "contested"),
        ([side("supports", "P1")], [side("refutes", "P2")], "one-sided"),
        (
            [
                side("supports", "P1", context=("human",)),
                side("refutes", "P2", context=("animal",)),
            ],
            [],
            "varies",
        ),
        (
            [side("supports", "P1"), side("refutes", "P2", negation="not_established")],
            [],
            "one-sided",
        ),
        ([side("supports", "P1"), side("refutes", "P2", counts=False)], [], "one-sided"),
    ],
)
def test_agreement(own: list[Weighed], against: list[Weighed], agreement: str) -> None:
    assert count(own, against).agreement == agreement


def test_one_paper_counts_once_a_side_and_what_cites_nothing_is_a_mention() -> None:
    counted = count(
        [side("supports", "P1"), side("supports", "P1"), Weighed("supports", "proposed")]
    )
    assert (counted.supports, counted.papers, counted.mentions) == (3, 1, 1)
    assert counted.certainty == "asserted"


def weigh_with(own: list[Paper], cited: list[Paper], status: str = "finding") -> Weighed:
    return weigh(
        document="d",
        stance="supports",
        certainty="asserted",
        negation="",
        status=status,
        host="",
        body_site="",
        comparator="",
        study_type="cohort",
        own=own,
        cited=cited,
        rejected=False,
    )


def test_a_blog_that_cites_a_review_is_a_mention_of_the_review() -> None:
    found = weigh_with([], [Paper("R", "review", year=2020)])
    assert (found.papers, found.sources, found.years) == ((), ("R",), (2020,))


def test_a_primary_paper_counts_for_itself() -> None:
    assert weigh_with([Paper("P", "primary")], []).papers == ("P",)


def test_evidence_that_rests_on_retracted_papers_alone_does_not_count() -> None:
    gone = Paper("P", "primary", retracted=True)
    assert not weigh_with([gone], []).counts
    assert not weigh_with([], [gone]).counts
    assert weigh_with([], [gone, Paper("Q", "primary")]).papers == ("Q",)


def test_hosts_and_contrasts_fold_to_classes() -> None:
    assert [host_class(host) for host in ("Homo sapiens", "C57BL/6 mice", "", "yeast")] == [
        "human",
        "animal",
        "",
        "yeast",
    ]
    assert contrast_class("Healthy controls") == contrast_class("HC") == "control"


publications = st.builds(
    Publication,
    pmid=st.sampled_from(["", "1", "2"]),
    doi=st.sampled_from(["", "10.1000/x", "10.1000/Y"]),
    title=st.sampled_from(["One title", "Another"]),
    year=st.sampled_from([None, 2001, 2002]),
    kind=st.sampled_from(["", "primary", "review"]),
)
contributions = st.builds(
    lambda own, document, number, paper: Contribution(
        own, document, number, publication_id(paper.pmid, paper.doi, paper.title), paper
    ),
    st.integers(0, 1),
    st.sampled_from(["a", "b", "c"]),
    st.integers(0, 3),
    publications,
)


@given(st.lists(contributions, max_size=7), st.randoms())
def test_publications_join_the_same_whatever_the_order(
    of: list[Contribution], random: st.DataObject
) -> None:
    before = join(of)
    random.shuffle(of)  # type: ignore[attr-defined]
    assert join(of) == before
    assert len({one.id for one in before}) == len(before)
    assert {one.given for one in of} == {given for one in before for given in one.given}


def contribution(document: str, **fields: object) -> Contribution:
    paper = Publication(**fields)  # type: ignore[arg-type]
    return Contribution(1, document, 1, paper.id, paper)


def test_a_source_that_has_both_ids_joins_those_that_have_one() -> None:
    parts = [contribution("a", pmid="1"), contribution("b", doi="10.1000/x")]
    assert [one.id for one in join(parts)] == ["DOI:10.1000/x", "PMID:1"]
    whole = join([*parts, contribution("c", pmid="1", doi="10.1000/X", title="T")])
    assert [(one.id, one.publication.title) for one in whole] == [("PMID:1", "T")]


def test_papers_of_one_title_with_ids_of_their_own_stay_apart() -> None:
    same = [contribution("a", pmid=pmid, title="Multiple sclerosis") for pmid in ("1", "2")]
    alone = contribution("b", title="Multiple sclerosis.")
    assert [one.id for one in join([*same, alone])][:2] == ["PMID:1", "PMID:2"]
    assert len(join([*same, alone])) == 3
    assert [one.id for one in join([same[0], alone])] == ["PMID:1"]


def test_a_claim_names_the_kinds_of_study_that_count_for_it() -> None:
    counted = count([weigh_with([], []), weigh_with([], []), weigh_with([], [], status="title")])
    assert counted.study_types == ("cohort",)
