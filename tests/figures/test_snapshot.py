"""A snapshot is values under a hash: it reads back, and its id hangs on what it says alone."""

import json
from dataclasses import replace

import pytest

from graph.errors import LoadError, RecordError
from graph.model.identity import ClaimId, EntityId
from graph.model.snapshot import Snapshot, Source, Stated
from tests.figures.sample import MS, snapshot, story


def test_reads_back_what_it_wrote() -> None:
    taken = replace(snapshot(), created="2026-11-22T21:00:00Z")
    assert Snapshot.from_json(taken.to_json()) == taken


def test_the_id_is_the_same_whenever_it_was_taken_and_in_whatever_order() -> None:
    graph = story()
    cited = [Source(2, "b"), Source(1, "a")]
    said = [Stated(ClaimId(one.id), 1, "q") for one in graph.claims]
    one = Snapshot.of(graph, {}, "t", cited, statements=said, created="2026-01-01")
    other = Snapshot.of(graph, {}, "t", cited[::-1], statements=said[::-1], created="2027-02-02")
    assert one.id == other.id
    assert (len(one.id), one.short_id) == (64, one.id[:8])


@pytest.mark.parametrize(
    "change",
    [
        {"title": "another"},
        {"theme": "projector"},
        {"caption": "c"},
        {"data_version": "v"},
        {"licences": ("CC0",)},
        {"positions": {EntityId(MS): (1.0, 2.0)}},
        {"focus": ()},
        {"citations": ()},
        {"statements": ()},
    ],
)
def test_the_id_changes_with_everything_a_figure_shows(change: dict[str, object]) -> None:
    taken = snapshot()
    assert replace(taken, **change).id != taken.id  # type: ignore[arg-type]


def test_an_unpaired_surrogate_in_a_quote_survives() -> None:
    graph = story(1)
    said = [Stated(ClaimId(graph.claims[0].id), 1, "half \ud83d")]
    taken = Snapshot.of(graph, statements=said)
    assert taken.to_json().isascii()
    assert Snapshot.from_json(taken.to_json()).statements[0].quote == "half \ud83d"


def test_a_claim_has_the_numbers_of_its_sources_each_once() -> None:
    graph = story(1)
    id_ = ClaimId(graph.claims[0].id)
    said = [Stated(id_, 3, "a"), Stated(id_, 1, "b"), Stated(id_, 3, "c")]
    assert Snapshot.of(graph, statements=said).sources_of(id_) == (1, 3)


def test_positions_and_focus_of_entities_that_are_not_there_are_dropped() -> None:
    gone = EntityId("GUT:gone")
    taken = Snapshot.of(story(1), {gone: (1, 2)}, focus=[gone])
    assert (taken.positions, taken.focus) == ({}, ())


def test_another_schema_version_is_refused_with_the_way_out() -> None:
    fields = json.loads(snapshot().to_json()) | {"schema_version": 2}
    with pytest.raises(LoadError) as refusal:
        Snapshot.from_json(json.dumps(fields))
    assert str(refusal.value) == (
        "snapshot: schema_version is 2, this program reads 1. "
        "Open it with the version that made it, or take the snapshot anew."
    )


@pytest.mark.parametrize("text", ["", "no json", "[]", "null", "{}", '{"schema_version": "1"}'])
def test_what_is_no_snapshot_is_refused(text: str) -> None:
    with pytest.raises(LoadError, match="snapshot: "):
        Snapshot.from_json(text)


@pytest.mark.parametrize(
    ("field", "value"),
    [("entities", [{"id": "MONDO:1"}]), ("claims", [{}]), ("positions", {"a": [1]}), ("hidden", 3)],
)
def test_parts_that_do_not_fit_are_refused(field: str, value: object) -> None:
    fields = json.loads(snapshot().to_json()) | {field: value}
    with pytest.raises(LoadError, match="snapshot: its parts do not fit"):
        Snapshot.from_json(json.dumps(fields))


def test_an_entity_that_breaks_a_rule_is_refused_by_its_rule() -> None:
    fields = json.loads(snapshot().to_json())
    fields["entities"][0]["category"] = "Nonsense"
    with pytest.raises(RecordError, match="category 'Nonsense' is none of"):
        Snapshot.from_json(json.dumps(fields))
