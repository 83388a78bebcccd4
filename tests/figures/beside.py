"""Our figure beside other tools: `python -m tests.figures.beside FOLDER` draws theirs anew."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Route, sync_playwright
from pyvis.network import Network

from figures.style import theme
from graph.model.subgraph import Subgraph
from tests.figures.sample import story

_SIZE: Final = {"width": 960, "height": 540}
_SETTLED: Final = 6_000  # milliseconds that forces are given
_CAPTION: Final = 11  # letters that a circle has room for


def write(folder: Path) -> list[Path]:
    """Draw the sample's fourteen entities as pyvis does by itself, and as circles and forces."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = story(13)
    pages = {"beside-pyvis.png": _plain(graph), "beside-circles.png": _circles(graph)}
    for name, network in pages.items():
        _shoot(network, folder / name)
    return [folder / name for name in pages]


def _plain(graph: Subgraph) -> Any:
    """The page of pyvis with nothing chosen but names and words."""
    network = _network()
    for entity in graph.entities:
        network.add_node(entity.id, label=entity.name)
    for one in graph.claims:
        network.add_edge(one.claim.subject, one.claim.object, label=one.claim.predicate)
    return network


def _circles(graph: Subgraph) -> Any:
    """Circles by category with cut captions, types on the edges: the way of Neo4j's browsers."""
    network = _network()
    hues = theme("light").compartments
    for entity in graph.entities:
        name = entity.name
        caption = name if len(name) <= _CAPTION else f"{name[: _CAPTION - 1]}…"
        network.add_node(
            entity.id,
            label=caption,
            shape="circle",
            color=hues[entity.place].stroke,
            font={"color": "#ffffff", "size": 13},
            widthConstraint=64,
        )
    for one in graph.claims:
        network.add_edge(
            one.claim.subject,
            one.claim.object,
            label=one.claim.predicate,
            color="#a5abb6",
            font={"size": 9, "align": "middle"},
        )
    return network


def _network() -> Any:
    return Network(height="520px", width="940px", directed=True, cdn_resources="in_line")


def _shoot(network: Any, place: Path) -> None:
    """Let the forces settle in a browser without a network, and keep what is on screen."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        page_file.write_text(network.generate_html(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=_SIZE)  # type: ignore[arg-type]
        page.route("http*://**", _refuse)
        page.goto(page_file.as_uri())
        page.locator("canvas").wait_for()
        page.wait_for_timeout(_SETTLED)
        page.screenshot(path=place)
        browser.close()


def _refuse(route: Route) -> None:
    route.abort()


if __name__ == "__main__":
    for path in write(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")
