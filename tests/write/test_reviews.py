"""Reviews: counts follow a verdict, verdicts outlive their evidence, the latest decides."""

from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread

import pytest

from graph.ask.evidence import of_claim
from graph.ask.overview import overview
from graph.ask.reading import reading
from graph.engine.bolt import BoltStore
from graph.engine.store import Store
from graph.errors import NotFound, RecordError
from graph.model.evidence import Evidence
from graph.model.record import Record
from graph.model.review import Review, latest, moment
from graph.write.check import check
from graph.write.checksum import checksum
from graph.write.forget import forget
from graph.write.reviews import review, withdraw
from graph.write.writer import write_records
from tests.write.sample import DOWN, TEXT_A, UP, document, document_a, document_b, evidence

pytestmark = pytest.mark.engine
BATCH = 5000
ROSE = evidence("a", UP, "Akkermansia rose in MS.", text=TEXT_A)
FELL = evidence("b", DOWN, "It fell.")


def loaded(store: Store) -> None:
    write_records(store, [*document_a(), *document_b()], BATCH)


def numbers(store: Store, claim: str) -> tuple[int, str]:
    counts = of_claim(store, claim).claim.counts
    return counts.supports, counts.agreement


def version(store: Store) -> str:
    return overview(store).data_version


def test_a_rejection_takes_evidence_out_of_the_counts_and_withdrawing_puts_it_back(
    store: Store,
) -> None:
    loaded(store)
    before = numbers(store, UP)
    versions = [version(store)]
    review(store, ROSE.id, "rejected", "Ada", "The cohort is that of an earlier paper.")
    versions.append(version(store))
    assert numbers(store, UP)[0] == before[0] - 1
    assert check(store) == []
    withdraw(store, ROSE.id, "Ada")
    versions.append(version(store))
    assert numbers(store, UP) == before
    assert len(set(versions)) == 3
    assert check(store) == []


def test_a_review_changes_nothing_but_what_it_counts(store: Store) -> None:
    loaded(store)
    before = overview(store)
    review(store, ROSE.id, "accepted", "Ada")
    after = overview(store)
    assert replace(after, data_version="") == replace(before, data_version="")


def test_the_opposite_claim_is_counted_anew_too(store: Store) -> None:
    texts = {"x": "It is up.", "y": "It is down."}
    for (id_, text), claim in zip(texts.items(), (UP, DOWN), strict=True):
        write_records(store, [document(id_, text), evidence(id_, claim, text, text=text)], BATCH)
    assert numbers(store, UP) == (1, "contested")
    review(store, evidence("y", DOWN, "It is down.").id, "rejected", "Ada")
    assert numbers(store, UP) == (1, "one-sided")
    assert numbers(store, DOWN) == (0, "one-sided")
    assert check(store) == []


def test_a_claim_whose_only_evidence_is_rejected_stays_to_be_read(store: Store) -> None:
    loaded(store)
    review(store, FELL.id, "rejected", "Ada")
    opened = of_claim(store, DOWN)
    assert opened.claim.counts.supports == 0
    assert [one.verdict.verdict for one in opened.statements if one.verdict] == ["rejected"]


def test_the_latest_verdict_decides_and_all_are_kept(store: Store) -> None:
    loaded(store)
    for verdict, reviewer in (("rejected", "Ada"), ("accepted", "Ben"), ("rejected", "Cem")):
        review(store, FELL.id, verdict, reviewer)
    (stated,) = of_claim(store, DOWN).statements
    assert [one.reviewer for one in stated.reviews] == ["Ada", "Ben", "Cem"]
    assert not stated.counts


@pytest.mark.parametrize("size", [2, BATCH])
def test_a_verdict_outlives_forgetting_and_loading_again(store: Store, size: int) -> None:
    loaded(store)
    review(store, FELL.id, "rejected", "Ada")
    before = (checksum(store), version(store))
    forget(store, "b", batch_size=size)
    with pytest.raises(NotFound):
        of_claim(store, DOWN)
    write_records(store, document_b(), size)
    assert numbers(store, DOWN)[0] == 0
    assert check(store) == []
    if size == BATCH:
        assert (checksum(store), version(store)) == before


def longer(records: list[Record], text: str, **changed: str) -> list[Record]:
    """A later version of a document that has one sentence more before the others."""
    moved: list[Record] = []
    for one in records:
        if isinstance(one, Evidence) and one.start is not None and one.end is not None:
            by = len(text) - len(TEXT_A)
            moved.append(replace(one, start=one.start + by, end=one.end + by, **changed))  # type: ignore[arg-type]
        else:
            moved.append(one)
    return [document("a", text, version="2"), *moved[1:]]


def test_a_verdict_holds_for_the_same_sentence_of_a_new_version_and_a_better_extractor(
    store: Store,
) -> None:
    write_records(store, document_a(), BATCH)
    review(store, ROSE.id, "rejected", "Ada")
    later = longer(
        document_a(), f"A new first sentence. {TEXT_A}", extractor="prose", rule="better"
    )
    (report,) = write_records(store, later, BATCH)
    assert report.outcome == "replaced"
    (stated,) = (one for one in of_claim(store, UP).statements if one.evidence.id == ROSE.id)
    assert stated.evidence.rule == "better"
    assert stated.evidence.start != ROSE.start
    assert not stated.counts
    assert check(store) == []


def test_evidence_that_is_not_there_cannot_be_judged(store: Store) -> None:
    loaded(store)
    before = checksum(store)
    with pytest.raises(NotFound, match="Evidence 'EV:none' is not in the graph"):
        review(store, "EV:none", "rejected", "Ada")
    with pytest.raises(NotFound, match=f"A verdict on '{ROSE.id}' is not in the graph"):
        withdraw(store, ROSE.id, "Ada")
    review(store, ROSE.id, "rejected", "Ada")
    withdraw(store, ROSE.id, "Ada")
    with pytest.raises(NotFound):
        withdraw(store, ROSE.id, "Ada")
    assert checksum(store) != before


def test_every_problem_of_a_review_is_named_and_nothing_is_written(store: Store) -> None:
    loaded(store)
    before = checksum(store)
    with pytest.raises(RecordError) as refused:
        review(store, ROSE.id, "perhaps", " ", "x" * 2001)
    assert refused.value.problems == (
        "verdict 'perhaps' is none of ('accepted', 'rejected', 'withdrawn')",
        "reviewer is empty",
        "note has 2001 characters, 2000 are allowed",
    )
    assert checksum(store) == before


def test_two_reviewers_at_once_both_stay_and_the_counts_are_right(store: BoltStore) -> None:
    loaded(store)
    others = [evidence("b", UP, "It rose."), FELL]
    threads = [
        Thread(target=review, args=(store, one.id, "rejected", f"Reviewer {number}"))
        for number, one in enumerate((ROSE, *others))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert numbers(store, UP) == (0, "one-sided")
    assert numbers(store, DOWN) == (0, "one-sided")
    assert check(store) == []


def test_check_finds_a_review_that_was_changed(store: Store) -> None:
    loaded(store)
    done = review(store, FELL.id, "rejected", "Ada")
    with store.transaction() as tx:
        tx.run("MATCH (v:Review) SET v.note = 'not what Ada wrote'")
    assert [(one.kind, one.id) for one in check(store)] == [("id", done.review.id)]


def test_a_review_is_later_than_those_before_it_whatever_the_clock_says() -> None:
    ahead = Review("EV:1", "rejected", "Ada", "2031-05-01T00:00:00.000000Z")
    at = moment(datetime(2030, 1, 1, tzinfo=UTC), [ahead])
    assert at == "2031-05-01T00:00:00.000001Z"
    later = Review("EV:1", "withdrawn", "Ada", at)
    assert latest([later, ahead]) is None
    assert latest([ahead]) == ahead


def test_the_reading_view_sets_a_rejected_statement_apart(store: Store) -> None:
    loaded(store)
    assert ROSE.id not in reading(store, "a").apart
    review(store, ROSE.id, "rejected", "Ada", "")
    assert reading(store, "a").apart == {ROSE.id}
    withdraw(store, ROSE.id, "Ada")
    assert reading(store, "a").apart == frozenset()
