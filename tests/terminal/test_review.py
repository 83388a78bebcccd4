"""Judging evidence from the terminal: it is stored, shown, counted and taken back."""

from pathlib import Path

from tests.terminal.conftest import Run

AKKERMANSIA = "NCBITaxon:239934~INCREASED_IN~MONDO:0005301"


def test_evidence_is_rejected_shown_as_such_and_taken_back(run: Run, page: Path) -> None:
    run("load", page)
    (stated,) = run("show", AKKERMANSIA, "--json").json["statements"]
    id_ = stated["id"]
    assert id_ in run("show", AKKERMANSIA).out

    done = run(
        "review", id_, "reject", "--note", "[b]not[/b] theirs", "--reviewer", "Ada", "--json"
    )
    assert done.code == 0, done.err
    assert (done.json["claim"], done.json["verdict"]) == (AKKERMANSIA, "rejected")
    shown = run("show", AKKERMANSIA)
    assert "0 for, 0 against" in shown.out
    assert "not counted (rejected)" in shown.out
    assert "rejected by Ada" in shown.out
    assert "[b]not[/b] theirs" in shown.out

    assert run("review", id_, "withdraw").code == 0
    assert "1 for, 0 against" in run("show", AKKERMANSIA).out
    assert run("check").code == 0


def test_a_verdict_that_cannot_be_given_is_said_in_a_sentence(run: Run, page: Path) -> None:
    run("load", page)
    missing = run("review", "EV:none", "accept")
    assert (missing.code, missing.err) == (1, "Error: Evidence 'EV:none' is not in the graph.\n")
    assert run("review", "EV:none", "perhaps").code == 2
