"""The panel's content: sides kept apart, verdicts, reasons, words to paste."""

from dataclasses import replace

import pytest

from graph.ask.answers import ClaimEvidence, EntityKnown, StatedEvidence
from graph.errors import GutgraphError
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.document import Document
from graph.model.entity import Entity
from graph.model.evidence import Context, Evidence
from graph.model.identity import DocumentId, EntityId
from graph.model.publication import Publication
from graph.model.review import Review
from graph.model.subgraph import CountedClaim
from graph.settings import Settings
from web.panel import claim_panel, entity_panel
from web.panel.statement import citation, statement
from web.reviewing import offered, reviewed

_UP = Claim.of("X:1", "INCREASED_IN", "X:2")
_ENDS = (Entity(EntityId("X:1"), "taxon one", "Taxon"), Entity(EntityId("X:2"), "MS", "Disease"))
_PAGE = Document(
    DocumentId("https://example.org/a?b=1&c"),
    "0" * 64,
    "text",
    "A page",
    url="https://example.org/a",
)
_PAPER = Publication(
    pmid="1", doi="10.1000/x", title="Of taxa", authors=("A B", "C D", "E F", "G H"), year=2001
)
_SAID = StatedEvidence(
    Evidence(
        _UP,
        _PAGE.id,
        _UP.subject,
        _UP.object,
        "supports",
        "asserted",
        quote="It rose.",
        start=4,
        end=12,
        context=Context(host="human", n_cases=10, n_controls=12, p_value=0.03, comparator="sibs"),
    ),
    _PAGE,
    (_PAPER,),
    counts=True,
)
_NO = Review(_SAID.evidence.id, "rejected", "Ada", "2026-03-01T09:05:00.000000Z", "Not theirs.")


def opened(*stated: StatedEvidence, **fields: object) -> ClaimEvidence:
    counted = CountedClaim(_UP, Counts(supports=len(stated)), **fields)  # type: ignore[arg-type]
    return ClaimEvidence(counted, *_ENDS, stated)


def test_the_place_in_the_document_is_linked_by_its_code_points() -> None:
    address = "./reading?document=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1%26c&at=4-12"
    assert statement(_SAID)["reading"] == address


def test_a_quote_is_copied_with_its_papers_and_where_it_was_read() -> None:
    assert citation(_SAID) == (
        "“It rose.” (A B, C D, E F et al., Of taxa, 2001, PMID 1, doi:10.1000/x). "
        "Read in: A page, https://example.org/a."
    )
    assert (
        citation(replace(_SAID, publications=())) == "“It rose.” (A page, https://example.org/a)."
    )


def test_the_study_is_told_value_by_value() -> None:
    assert {row["name"]: row["value"] for row in statement(_SAID)["study"]} == {
        "Host": "human",
        "Compared with": "sibs",
        "n": "10 v 12",
        "p": "0.03",
    }


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"reviews": (_NO,)}, "rejected, not counted"),
        ({}, "retracted, not counted"),
        ({"evidence": replace(_SAID.evidence, status="title")}, "title, not counted"),
    ],
)
def test_what_does_not_count_says_why(changed: dict[str, object], why: str) -> None:
    one = replace(_SAID, counts=False, **changed)  # type: ignore[arg-type]
    assert why in statement(one)["tags"]


def test_the_verdict_that_holds_is_shown_and_all_others_are_kept() -> None:
    withdrawn = replace(_NO, verdict="withdrawn", at="2026-03-02T10:00:00.000000Z", note="")
    held = statement(replace(_SAID, counts=False, reviews=(_NO,)))
    assert held["verdict"] == {
        "verdict": "rejected",
        "reviewer": "Ada",
        "at": "1 March 2026, 09:05 UTC",
        "note": "Not theirs.",
    }
    undone = statement(replace(_SAID, reviews=(_NO, withdrawn)))
    assert undone["verdict"] is None
    assert [one["verdict"] for one in undone["reviews"]] == ["withdrawn", "rejected"]


def test_databases_stand_apart_from_evidence() -> None:
    panel = claim_panel(
        opened(_SAID, asserted_in=("doc|infores:ctd",), denied_in=("doc|infores:x",)), None
    )
    assert panel["databases"] == [
        {"name": "infores:ctd", "says": "asserts it", "document": "doc"},
        {"name": "infores:x", "says": "denies it", "document": "doc"},
    ]
    assert [side["title"] for side in panel["sides"]] == ["For"]


def test_a_long_side_says_how_much_of_it_is_not_listed() -> None:
    (side,) = claim_panel(opened(*[_SAID] * 103), None)["sides"]
    assert len(side["statements"]) == 100
    assert side["more"] == "3 more statements, not listed here"


def test_what_a_person_rejected_of_the_opposite_can_be_undone_where_it_was_rejected() -> None:
    gone = replace(_SAID, counts=False, reviews=(_NO,))
    panel = claim_panel(opened(_SAID), opened(gone))
    assert [side["title"] for side in panel["sides"]] == ["For", "Not counted"]


def test_contested_claims_come_first_and_a_predicate_is_known_by_all_its_claims() -> None:
    def counted(object_: str, predicate: str, agreement: str = "one-sided") -> CountedClaim:
        claim = Claim.of("X:1", predicate, object_)
        return CountedClaim(claim, Counts(supports=1, agreement=agreement))

    known = EntityKnown(
        _ENDS[0],
        (
            counted("X:2", "AFFECTS"),
            counted("X:3", "INCREASED_IN"),
            counted("X:4", "INCREASED_IN", "contested"),
        ),
        (_ENDS[1],),
        {"AFFECTS": 1, "INCREASED_IN": 40},
        41,
        (),
    )
    panel = entity_panel(known)
    assert panel["contested"] == 1
    first, second = panel["groups"]
    assert (first["count"], first["total"], first["contested"]) == (2, 40, 1)
    assert [one["other"] for one in first["claims"]] == ["X:4", "X:3"]
    assert second["contested"] == 0


def test_a_dashboard_that_only_reads_offers_nothing_and_refuses_before_it_opens_the_graph() -> None:
    assert not offered(own=False)["allowed"]
    nowhere = Settings(neo4j_uri="bolt://127.0.0.1:1")
    act = {"kind": "review", "evidence": "EV:1", "verdict": "rejected", "reviewer": "Ada"}
    with pytest.raises(GutgraphError, match="This dashboard only reads"):
        reviewed(act, nowhere, own=False)
    reviewed({"kind": "focus", "id": "X:1"}, nowhere, own=False)
