"""Two snapshots side by side: what came, what went, whose numbers changed, in words."""

from dataclasses import replace

from archive.comparing import compare
from graph.model.counting import Counts
from graph.model.snapshot import Snapshot
from graph.model.subgraph import CountedClaim, Subgraph
from tests.figures.sample import SOURCES, snapshot, story


def test_a_snapshot_differs_from_itself_in_nothing() -> None:
    found = compare(snapshot(), snapshot())
    assert found.words == "Both show the same entities, claims, numbers and sources."
    assert (found.claims_changed, found.entities_came) == ((), ())


def test_what_came_went_and_changed_is_told() -> None:
    graph = story(3)
    first, *others = graph.claims
    more = CountedClaim(first.claim, Counts(supports=9, papers=7, certainty="suggested"))
    later = Subgraph.of(story(4).entities, [more, others[0], *story(4).claims[-1:]])
    before = Snapshot.of(graph, title="t", citations=SOURCES[:2])
    after = Snapshot.of(later, title="t", citations=SOURCES[1:3])
    found = compare(before, after)
    assert found.words == (
        "1 entity came; 1 claim came; 1 claim went; 1 claim changed; 1 source came; 1 source went."
    )
    (changed,) = found.claims_changed
    assert changed.text == graph.sentence(first)
    assert {what: (was, now) for what, was, now in changed.differences}["papers"] == (
        str(first.counts.papers),
        "7",
    )
    assert [one.text for one in found.sources_went] == [SOURCES[0].text]
    assert compare(after, before).entities_went == found.entities_came


def test_a_line_of_sources_written_anew_is_the_same_source_by_its_id() -> None:
    one = replace(SOURCES[0], id="PMID:1")
    before = Snapshot.of(story(1), citations=[one])
    after = Snapshot.of(story(1), citations=[replace(one, text="Written otherwise")])
    assert compare(before, after).sources_came == ()
