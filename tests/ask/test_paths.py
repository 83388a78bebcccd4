"""Paths: ranked by their weakest link, simple, bounded, and honest about what was left out."""

import pytest

from graph.ask import exploring
from graph.ask.evidence_path import EvidencePath
from graph.ask.paths import paths
from graph.engine.bolt import BoltStore
from graph.errors import NotFound, TooLarge
from graph.write.writer import write_records
from tests.ask.routes import routes
from tests.ask.sample import everything
from tests.write.sample import MS

pytestmark = pytest.mark.engine
FOOD, TAXON, ACID, BARRIER, DISEASE = "W:food", "W:taxon", "W:acid", "W:barrier", "W:disease"


@pytest.fixture
def ways(store: BoltStore, reader_store: BoltStore) -> BoltStore:
    """Ways from a food to a disease, through the login that cannot write."""
    write_records(store, routes(), 5000)
    return reader_store


def ids(path: EvidencePath) -> list[str]:
    return [str(one.id) for one in path.entities]


def test_paths_rank_by_their_weakest_link_before_their_length(ways: BoltStore) -> None:
    found = paths(ways, FOOD, DISEASE)
    assert [(ids(path), path.explanation) for path in found.paths] == [
        (
            [FOOD, TAXON, ACID, BARRIER, DISEASE],
            "weakest link: butyrate decreases leaky gut — suggested, 1 paper",
        ),
        (
            [FOOD, TAXON, BARRIER, DISEASE],
            "weakest link: Roseburia affects leaky gut — proposed, 1 paper",
        ),
        (
            [FOOD, TAXON, DISEASE],
            "weakest link: sclerosis is associated with Roseburia — "
            "said by databases alone, no papers",
        ),
    ]
    assert (found.truncated, found.reason) == (False, "")
    assert [path.weakest for path in found.paths] == [2, 1, 1]


def test_a_step_names_its_strongest_claim_and_the_others_and_its_direction(
    ways: BoltStore,
) -> None:
    (path,) = paths(ways, DISEASE, TAXON, length=1).paths
    (step,) = path.steps
    assert str(step.claim.id) == f"{DISEASE}~ASSOCIATED_WITH~{TAXON}"
    assert [str(one.id) for one in step.others] == [f"{TAXON}~DECREASED_IN~{DISEASE}"]
    assert step.forward
    assert not paths(ways, DISEASE, BARRIER, length=1).paths[0].steps[0].forward


def test_a_claim_that_everyone_denies_is_walked_only_when_asked_for(ways: BoltStore) -> None:
    none = paths(ways, FOOD, DISEASE, length=1)
    assert none.paths == ()
    assert none.reason == (
        "No path of at most 1 step joins fibre and sclerosis. "
        "Allow more steps, or claims that are only denied."
    )
    found = paths(ways, FOOD, DISEASE, length=2, denied=True).paths
    assert [ids(path) for path in found] == [[FOOD, TAXON, DISEASE], [FOOD, DISEASE]]
    assert found[-1].explanation == (
        "weakest link: fibre treats sclerosis — only denied, no papers"
    )


def test_there_and_back_are_the_same_paths(ways: BoltStore) -> None:
    there = [ids(path) for path in paths(ways, FOOD, DISEASE).paths]
    back = [ids(path)[::-1] for path in paths(ways, DISEASE, FOOD).paths]
    assert there == back


def test_a_limit_and_a_length_keep_the_best(ways: BoltStore) -> None:
    assert len(paths(ways, FOOD, DISEASE, limit=1).paths) == 1
    assert [ids(path) for path in paths(ways, FOOD, DISEASE, length=3).paths] == [
        [FOOD, TAXON, BARRIER, DISEASE],
        [FOOD, TAXON, DISEASE],
    ]


@pytest.mark.parametrize("length", range(1, 7))
def test_an_entity_without_a_way_gives_a_clear_empty_answer(ways: BoltStore, length: int) -> None:
    found = paths(ways, FOOD, "W:alone", length, denied=True)
    assert found.paths == ()
    assert not found.truncated
    assert found.reason.startswith(f"No path of at most {length} step")


def test_the_same_two_ends_are_told_apart_from_no_path(ways: BoltStore) -> None:
    found = paths(ways, FOOD, FOOD)
    assert (found.paths, found.reason) == (
        (),
        "The two ends are the same entity; choose two.",
    )


def test_an_unknown_end_names_the_nearest(ways: BoltStore) -> None:
    with pytest.raises(NotFound) as missing:
        paths(ways, FOOD, "W:fibre")
    assert str(missing.value) == "Entity 'W:fibre' is not in the graph. Nearest: W:food (fibre)."


@pytest.mark.parametrize("length", [0, 7])
def test_a_length_past_the_limit_is_said_with_a_way_out(ways: BoltStore, length: int) -> None:
    with pytest.raises(TooLarge) as large:
        paths(ways, FOOD, DISEASE, length)
    assert str(large.value) == (
        f"Paths of {length} steps are asked for; a path has 1 to 6. "
        "Ask for fewer, and for a longer way go on from an entity between."
    )


def test_documents_and_evidence_are_never_walked(ways: BoltStore) -> None:
    assert paths(ways, "W:alone", "W:food", length=6).paths == ()


def test_a_hub_is_cut_to_its_strongest_claims_and_the_answer_says_so(
    store: BoltStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_records(store, everything(), 5000)
    whole = paths(store, "HGNC:000", "HGNC:059", length=2)
    assert [ids(path) for path in whole.paths] == [["HGNC:000", MS, "HGNC:059"]]
    assert not whole.truncated
    monkeypatch.setattr(exploring, "_BROUGHT", 3)
    cut = paths(store, "HGNC:000", "HGNC:059", length=4)
    assert cut.truncated
    assert cut.reason == (
        "Of entities with very many claims only the strongest were followed; paths whose weakest "
        "link is no stronger than this may be missing: asserted, 2 papers."
    )
