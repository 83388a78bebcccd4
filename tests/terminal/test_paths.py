"""Ways between two entities and the table of claims, as a person asks for them."""

from pathlib import Path

from graph.engine.bolt import BoltStore
from graph.write.writer import write_records
from tests.ask.routes import routes
from tests.terminal.conftest import Run


def test_paths_go_by_curie_and_by_name_and_say_their_weakest_link(
    run: Run, store: BoltStore
) -> None:
    write_records(store, routes(), 5000)
    found = run("paths", "fibre", "W:disease", "--json").json
    assert [[one["id"] for one in path["entities"]] for path in found["paths"]] == [
        ["W:food", "W:taxon", "W:acid", "W:barrier", "W:disease"],
        ["W:food", "W:taxon", "W:barrier", "W:disease"],
        ["W:food", "W:taxon", "W:disease"],
    ]
    assert found["truncated"] is False
    step = found["paths"][2]["steps"][1]
    assert (step["claim"], step["forward"]) == ("W:disease~ASSOCIATED_WITH~W:taxon", False)
    assert step["others"] == ["W:taxon~DECREASED_IN~W:disease"]
    printed = run("paths", "fibre", "sclerosis", "--length", "3", "--limit", "1").out
    assert printed == (
        "1. fibre – Roseburia – leaky gut – sclerosis\n"
        "   weakest link: Roseburia affects leaky gut — proposed, 1 paper\n"
        "   fibre increases Roseburia — asserted, 2 papers\n"
        "      W:food~INCREASES~W:taxon\n"
        "   Roseburia affects leaky gut — proposed, 1 paper\n"
        "      W:taxon~AFFECTS~W:barrier\n"
        "   leaky gut causes sclerosis — asserted, 2 papers\n"
        "      W:barrier~CAUSES~W:disease\n"
    )


def test_a_name_that_no_entity_or_several_have_lists_the_nearest(
    run: Run, store: BoltStore
) -> None:
    write_records(store, routes(), 5000)
    missing = run("paths", "fibres", "W:disease")
    assert (missing.code, missing.out) == (1, "")
    assert missing.err == "Error: Entity 'fibres' is not in the graph. Nearest: W:food (fibre).\n"


def test_no_path_is_said_and_is_no_error(run: Run, store: BoltStore) -> None:
    write_records(store, routes(), 5000)
    answer = run("paths", "fibre", "alone")
    assert answer.code == 0
    assert answer.out.startswith("No path of at most 4 steps joins fibre and alone.")
    assert run("paths", "fibre", "alone", "--length", "7").code == 2


def test_claims_are_narrowed_sorted_and_paged(run: Run, store: BoltStore) -> None:
    write_records(store, routes(), 5000)
    (contested,) = run("claims", "--contested", "--json").json["claims"]
    assert contested["id"] == "W:taxon~DECREASED_IN~W:disease"
    assert (contested["subject"]["name"], contested["phrase"]) == ("Roseburia", "is decreased in")
    assert (contested["papers"], contested["refuting_papers"]) == (1, 1)
    first = run("claims", "--sort", "subject", "--ascending", "--limit", "2", "--json").json
    assert [row["subject"]["name"] for row in first["claims"]] == ["Roseburia", "Roseburia"]
    assert (first["next"], first["total"]) == (2, 9)
    assert "1 to 2 of 9 claims; --offset 2 shows the next." in run("claims", "--limit", "2").out
    assert "Roseburia produces butyrate" in run("claims", "--predicate", "PRODUCES").out
    assert run("claims", "--predicate", "TREATS", "--stance", "supports").out == "No claims fit.\n"


def test_a_wrong_narrowing_is_said_in_a_sentence(run: Run, page: Path) -> None:
    run("load", page)
    wrong = run("claims", "--certainty", "sure", "--papers", "0")
    assert wrong.code == 1
    assert "certainty 'sure' is none of ('asserted', 'suggested', 'proposed')" in wrong.err
    assert run("claims", "--sort", "size").code == 2
