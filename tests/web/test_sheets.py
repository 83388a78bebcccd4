"""What the pages beside Explore say and link to, without a browser."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.ask.answers import Overview
from graph.ask.listed_claim import ListedClaim
from graph.errors import GutgraphError, TooLarge
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.narrowing import Narrowing
from graph.model.subgraph import CountedClaim
from graph.settings import Settings
from web.citing import bibtex, citation
from web.claims import as_csv, file_name, order_of, written_order
from web.leads import canvas_link, claims_link, reading_link
from web.loading import adding, forgetting
from web.markup import element, joined, out_link
from web.narrowing import read_narrowing
from web.pages.rejects import first_rows
from web.pages.sources import key_of
from web.rights import may_write, require_right
from web.uploads import document_name, require_size

_NUMBERS = Overview(3, 2, 4, 1, 1, "abcdef0123456789")


def test_a_citation_names_version_data_version_and_day() -> None:
    said = citation(_NUMBERS, "0.1.0", date(2026, 11, 3))
    assert said == (
        "Gutgraph: an evidence graph of the gut barrier in multiple sclerosis. Version 0.1.0, "
        "data version abcdef0123456789 (2 claims from 1 document). Accessed 3 November 2026."
    )
    entry = bibtex(_NUMBERS, "0.1.0", date(2026, 11, 3), "https://graph.example.org")
    assert "note = {Data version abcdef0123456789, accessed 2026-11-03}" in entry
    assert "url = {https://graph.example.org}" in entry


def test_what_is_read_while_the_graph_changes_is_kept_under_no_version_of_it() -> None:
    assert _NUMBERS.state == _NUMBERS.data_version
    half = replace(_NUMBERS, changing=True)
    more = replace(half, evidence=half.evidence + 1)
    assert len({_NUMBERS.state, half.state, more.state}) == 3


def test_markup_escapes_every_text_and_attribute() -> None:
    made = element("p", "<b>", element("i", '"&'), title='" onclick="x')
    assert made == '<p title="&quot; onclick=&quot;x">&lt;b&gt;<i>&quot;&amp;</i></p>'
    assert joined("<", element("br")) == "&lt;<br></br>"
    assert "href" not in out_link("click", "javascript:alert(1)")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("leaky gut.md", "leaky gut.md"),
        ("../../etc/passwd", "passwd"),
        ("C:\\papers\\one|two.txt", "one-two.txt"),
        ("\u202egnorw\u0000.csv", "gnorw .csv"),
        ("", "upload"),
        (".md", "md"),
        ("x" * 300 + ".jsonl", "x" * 114 + ".jsonl"),
        ("病" * 300 + ".jsonl", "病" * 64 + ".jsonl"),
        ("a." + "字" * 200, "a." + "字" * 20),
    ],
)
def test_an_upload_is_called_by_its_own_name(given: str, kept: str) -> None:
    assert document_name(given) == kept


def test_a_file_past_the_limit_is_refused_with_the_way_out() -> None:
    with pytest.raises(TooLarge) as refused:
        require_size("big.tsv", 3 * 2**20, Settings(upload_mb=2))
    assert str(refused.value) == (
        "big.tsv has 3 MB; the limit of an upload is 2 MB. Load it in a terminal with gutgraph "
        "load, or set GUTGRAPH_UPLOAD_MB."
    )


def test_two_addresses_that_begin_alike_have_keys_of_their_own() -> None:
    begin = "https://example.org/a/very/long/way/to/the/articles/of/a/journal/"
    assert key_of(f"{begin}1") != key_of(f"{begin}2")
    assert key_of("a/b.md") != key_of("a-b.md")


def test_rejected_rows_are_shown_up_to_a_cell_that_no_reader_takes(tmp_path: Path) -> None:
    file = tmp_path / "a.csv.rejects.tsv"
    rows = ["line\tcolumn\tvalue\treason\tway_out", "2\tp\tx\twhy\tout", f"3\tp\t{'x' * 200_000}"]
    file.write_text("\n".join(rows), encoding="utf-8")
    assert first_rows(file) == [("2", "p", "x", "why", "out")]
    assert first_rows(tmp_path / "taken away") == []


def test_only_a_dashboard_of_ones_own_writes() -> None:
    token = {"GUTGRAPH_TOKEN": "secret"}
    assert may_write(Settings(), token)
    assert not may_write(Settings(), {})
    assert not may_write(Settings(public_url="https://graph.example.org"), token)
    with pytest.raises(GutgraphError, match="This dashboard only reads"):
        require_right(False)
    with pytest.raises(GutgraphError, match="This dashboard only reads"):
        adding(Settings(), "x.md", b"text", own=False)
    with pytest.raises(GutgraphError, match="This dashboard only reads"):
        forgetting(Settings(), "x.md", own=False)


def test_links_within_the_dashboard_lead_back_to_what_they_say() -> None:
    assert canvas_link(("A:1", "B:2", "A:1"), "A:1") == "./?ids=A%3A1%2CB%3A2&focus=A%3A1"
    assert reading_link("a b", 3, 9) == "./reading?document=a+b&at=3-9"
    assert claims_link("x,y").startswith("./claims?document=x%252Cy")
    assert read_narrowing({"document": "x%2Cy"}).documents == ("x,y",)


def test_an_order_survives_its_address() -> None:
    for order in (("agreement", True), ("papers", True), ("subject", False)):
        assert order_of({"sort": written_order(order)}) == order
    assert order_of({"sort": "drop table"}) == ("agreement", True)


def test_a_name_that_a_spreadsheet_would_run_is_written_as_text() -> None:
    subject = Entity(EntityId("X:1"), '=HYPERLINK("http://x")', "Chemical")
    claim = CountedClaim(Claim.of("X:1", "AFFECTS", "X:2"), Counts(supports=1, papers=1))
    listed = ListedClaim(claim, subject, Entity(EntityId("X:2"), "two", "Chemical"))
    row = next(csv.DictReader(as_csv([listed]).decode("utf-8-sig").splitlines()))
    assert row["subject"] == '\'=HYPERLINK("http://x")'
    assert (row["papers"], row["object"], row["claim"]) == ("1", "two", claim.id)


def test_a_download_is_named_by_what_is_in_it() -> None:
    assert file_name(Narrowing(), "abcdef0123", "csv") == "gutgraph-claims-abcdef01.csv"
    contested = Narrowing(agreements=("contested",))
    assert file_name(contested, "", "json") == "gutgraph-contested-claims-empty.json"
    assert file_name(Narrowing(papers=2), "ab", "csv") == "gutgraph-claims-some-ab.csv"
