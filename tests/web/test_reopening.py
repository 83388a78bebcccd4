"""A figure dropped on the Snapshots page opens live and says what has changed since."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from archive.freeze import freeze
from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.ask.neighbourhood import neighbourhood
from graph.engine.connect import open_store
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph
from tests.web.conftest import Dashboard
from tests.web.sample import LEAKY

pytestmark = pytest.mark.browser


def older(dashboard: Dashboard) -> Snapshot:
    """A figure from before the graph had the first of its claims."""
    with open_store(dashboard.settings, "reader") as store:
        whole = freeze(store, neighbourhood(store, [LEAKY], 30), "About <b>leaks</b>")
    part = Subgraph.of(whole.subgraph.entities, whole.subgraph.claims[1:])
    return replace(whole, subgraph=part, data_version="older")


def test_a_dropped_figure_opens_live_and_says_what_has_changed(
    browser: Browser, dashboard: Dashboard, tmp_path: Path
) -> None:
    taken = older(dashboard)
    slide, edited = tmp_path / "slide.pptx", tmp_path / "edited.json"
    slide.write_bytes(FORMATS["pptx"].draw(taken, FigureOptions()))
    json = FORMATS["json"].draw(taken, FigureOptions())
    edited.write_bytes(json.replace(b"leaks", b"loans"))
    page = browser.new_page()
    page.goto(dashboard.link)
    page.goto(f"{dashboard.address}snapshots")
    place = page.locator("input[type=file]")
    place.wait_for(state="attached")
    place.set_input_files(edited)
    expect(page.get_by_text("so it was edited by hand")).to_be_visible()
    place.set_input_files(slide)
    said = page.locator(".reopened")
    expect(said).to_contain_text("About <b>leaks</b>")
    expect(said).to_contain_text("In the graph now, 1 more claim is between its entities.")
    said.get_by_role("link", name="Open it live").click()
    page.wait_for_url("**/?*ids=*")
    page.locator(".explore[data-drawn]").wait_for(state="attached")
    expect(page.locator(".explore")).to_contain_text(f"{len(taken.subgraph.entities)} of ")
    page.close()
