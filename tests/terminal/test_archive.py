"""Snapshots and stories from the command line: kept, listed, written, compared, struck, deleted."""

from pathlib import Path

import pytest
from pptx import Presentation

from figures.formats import FORMATS
from graph.model.story import Step, Story
from tests.exchange.test_pptx import template
from tests.terminal.conftest import Run

MS = "MONDO:0005301"
EXAMPLES = Path(__file__).parents[2] / "examples"
# The archive itself is tested on each engine (tests/archive).
pytestmark = pytest.mark.parametrize("engine", ["arcadedb"], indirect=True)


@pytest.fixture
def kept(run: Run, page: Path) -> str:
    """The id of a snapshot of what a page says of MS."""
    run("load", page)
    answer = run("snapshot", "save", "--around", MS, "--name", "For Lyon", "--json")
    assert answer.code == 0, answer.err
    return str(answer.json["id"])


def test_a_kept_snapshot_is_listed_shown_and_written_the_same_each_time(
    run: Run, kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (listed,) = run("snapshot", "list", "--json").json["snapshots"]
    assert (listed["id"], listed["name"]) == (kept, "For Lyon")
    assert kept[:8] in run("snapshot", "list").out
    monkeypatch.setenv("GUTGRAPH_PUBLIC_URL", "https://gutgraph.example.org/")
    shown = run("snapshot", "show", kept[:8], "--json").json
    assert shown["link"] == f"https://gutgraph.example.org/snapshots/{kept[:16]}"
    assert shown["frame"].startswith(f'<iframe src="{shown["link"]}?embed=true" title="For Lyon"')
    assert shown["since"] == ""
    files = []
    for folder in ("one", "two"):
        call = (
            "snapshot",
            "export",
            kept,
            "svg",
            "--without",
            "legend",
            "--out",
            tmp_path / folder,
        )
        files += run(*call, "--json").json["files"]
    first, second = (Path(file).read_bytes() for file in files)
    assert first == second
    assert shown["link"].encode() in first


def test_a_figure_says_what_keeps_it_from_being_read(run: Run, tmp_path: Path) -> None:
    run("load", EXAMPLES)
    around = ("snapshot", "draw", "--around", MS, "--format", "svg", "--out", tmp_path)
    few = run(*around, "--limit", 3, "--json").json
    assert few["advice"] == ""
    many = run(*around, "--limit", 60)
    assert "The figure is too full: its names are" in many.out
    refused = run(*around, "--aspect", "2:1", "--without", "nothing").err
    assert "aspect '2:1' is none of 16:9, 4:3, 1:1, a4; without nothing: parts are" in refused


def test_a_figure_is_drawn_with_every_choice_of_the_pages(run: Run, tmp_path: Path) -> None:
    run("load", EXAMPLES)
    deck = tmp_path / "lab.pptx"
    deck.write_bytes(template())
    drawn = ("snapshot", "draw", "--around", MS, "--limit", 3, "--out", tmp_path, "--title", "腸")
    choices = ("--aspect", "4:3", "--transparent", "--without", "legend,code", "--template", deck)
    told = run(*drawn, *choices, "--format", "svg,pptx", "--json").json
    assert told["advice"].startswith("The font lacks letters or signs in the title; PNG and PDF")
    files = {Path(one).suffix: Path(one) for one in told["files"]}
    assert 'viewBox="0 0 1080 810"' in files[".svg"].read_text()
    assert Presentation(str(files[".pptx"])).slide_master.name == "Lab"
    deck.write_bytes(b"no presentation")
    refused = run(*drawn, "--template", deck, "--format", "pptx")
    assert (refused.code, "it cannot be read as a presentation" in refused.err) == (1, True)


def test_what_cannot_be_written_so_is_refused_and_writes_nothing(
    run: Run, kept: str, tmp_path: Path
) -> None:
    refused = run("snapshot", "export", kept, "gif", "--out", tmp_path / "out")
    assert refused.code == 1
    assert f"Take one of {', '.join(FORMATS)}." in refused.err
    refused = run("snapshot", "export", kept, "png", "--pixels", "9", "--out", tmp_path / "out")
    assert refused.code == 1
    assert "pixels '9' is no number from 320 to 3,840" in refused.err
    assert run("snapshot", "show", "0000").code == 1
    assert run("snapshot", "save", "--json").code == 2
    assert not (tmp_path / "out").exists()


def test_forgetting_names_the_snapshots_that_quote_and_striking_leads_on(
    run: Run, kept: str, page: Path
) -> None:
    forgotten = run("forget", str(page), "--json")
    assert [one["id"] for one in forgotten.json["quoted_in"]] == [kept]
    assert f"gutgraph snapshot strike {kept[:8]} --document" in forgotten.err
    struck = run("snapshot", "strike", kept, "--document", str(page), "--json").json
    assert struck["struck"] == 3
    assert run("snapshot", "show", kept, "--json").json["id"] == struck["after"]
    assert "3 quotes have been struck" in run("snapshot", "show", kept, "--json").json["since"]
    compared = run("snapshot", "compare", kept, struck["after"], "--json").json
    assert compared["words"] == "Both show the same entities, claims, numbers and sources."


def test_a_story_is_saved_from_a_file_written_as_a_deck_and_goes_before_its_snapshot(
    run: Run, kept: str, tmp_path: Path
) -> None:
    file = tmp_path / "story.json"
    file.write_text(Story.of("In two", kept, [Step("One"), Step("Two", focus=(MS,))]).to_json())
    story = run("story", "save", file, "--json").json["id"]
    assert [one["title"] for one in run("story", "list", "--json").json] == ["In two"]
    written = run("story", "export", story[:8], "pptx", "--out", tmp_path / "out", "--json").json
    assert Path(written["files"][0]).read_bytes().startswith(b"PK")
    refused = run("snapshot", "delete", kept, "--yes")
    assert refused.code == 1
    assert "the story 'In two'" in refused.err
    assert run("story", "delete", story, "--yes").code == 0
    assert run("snapshot", "rename", kept, "Done", "--json").json["name"] == "Done"
    assert run("snapshot", "delete", kept, "--yes").code == 0
    assert run("snapshot", "list", "--json").json["total"] == 0


def test_a_snapshot_is_kept_from_its_file_under_the_same_id(
    run: Run, kept: str, tmp_path: Path
) -> None:
    file = run("snapshot", "export", kept, "json", "--out", tmp_path, "--json").json["files"][0]
    run("snapshot", "delete", kept, "--yes")
    assert run("snapshot", "save", "--file", file, "--json").json["id"] == kept
