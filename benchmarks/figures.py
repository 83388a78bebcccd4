"""Figures beside what others draw of the same graph: seconds of each file, crossings of edges."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from benchmarks.crossings import crossings, dot_paths, dot_source, our_paths, spring_paths
from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph
from tests.figures.sample import large, snapshot
from tests.figures.scale import subgraphs
from tests.loaders.shared import shared

SIZES: Final = (20, 60, 200)
GRAPHS: Final = tuple(5 + 55 * index // 49 for index in range(50))

_TIMES: Final = 3
_WIDE: Final = 3840
_PATIENCE: Final = 240_000  # milliseconds: pyvis moves its nodes about before it draws them
_DOTS: Final = 96  # graphviz draws 96 pixels an inch

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds for one size: the median of ours and of others, by the name of the file."""

    entities: int
    claims: int
    ours: dict[str, float]
    others: dict[str, float]
    bytes_: dict[str, int]


@dataclass(frozen=True, slots=True)
class Crossed:
    """Crossings of edges in the same graphs, by who drew them."""

    graphs: int
    edges: int
    counts: dict[str, int]


def speeds(tell: Tell) -> Iterator[Speed]:
    """Draw three sizes, ours and the others in turns; each file of ours from the snapshot on."""
    with _chromium() as browser, tempfile.TemporaryDirectory(prefix="gutgraph-bench-") as folder:
        for entities in SIZES:
            tell(f"figures: {entities} entities")
            yield _speed(large(entities, entities * 4 // 3), browser, Path(folder))


def crossed(tell: Tell) -> Crossed:
    """Count the crossings of fifty graphs of the scale set."""
    edges, nodes = (shared("data", "scale", f"{name}.tsv.gz") for name in ("edges", "nodes"))
    graphs = subgraphs(edges, nodes, GRAPHS)
    counts: dict[str, int] = {}
    for index, graph in enumerate(graphs):
        tell(f"figures: crossings of graph {index + 1} of {len(graphs)}")
        drawn = {
            "ours": our_paths(graph),
            "ours, organic": our_paths(graph, "organic"),
            "networkx spring": spring_paths(graph),
        }
        if shutil.which("dot"):
            drawn["graphviz dot"] = dot_paths(graph)
        for name, paths in drawn.items():
            counts[name] = counts.get(name, 0) + crossings(paths)
    return Crossed(len(graphs), sum(len(one.claims) for one in graphs), counts)


def _speed(graph: Subgraph, browser: Browser, folder: Path) -> Speed:
    taken = snapshot(graph)
    ours = {name: _ours(taken, name) for name in ("svg", "png", "pdf", "html", "pptx")}
    others = {"pyvis": _pyvis(graph, folder), "screenshot": _shot(browser, folder)}
    if shutil.which("dot"):
        others |= {f"dot {kind}": _dot(graph, kind) for kind in ("svg", "png", "pdf")}
    seconds: dict[str, list[float]] = {}
    size: dict[str, int] = {}
    for _ in range(_TIMES):
        for name, draw in (ours | others).items():
            start = time.perf_counter()
            size[name] = len(draw())
            seconds.setdefault(name, []).append(time.perf_counter() - start)
    return Speed(
        len(graph.entities),
        len(graph.claims),
        {name: round(median(seconds[name]), 4) for name in ours},
        {name: round(median(seconds[name]), 4) for name in others},
        size,
    )


def _ours(taken: Snapshot, name: str) -> Callable[[], bytes]:
    options = FigureOptions(pixels=_WIDE, link="https://example.org/snapshots/1")
    return lambda: FORMATS[name].draw(taken, options)


def _pyvis(graph: Subgraph, folder: Path) -> Callable[[], bytes]:
    """A page of pyvis with its script inside, kept for the screenshot."""
    from pyvis.network import Network  # noqa: PLC0415 - nothing else here needs it

    def draw() -> bytes:
        network = Network(height="900px", width="1600px", directed=True, cdn_resources="in_line")
        for entity in graph.entities:
            network.add_node(entity.id, label=entity.name)
        for one in graph.claims:
            network.add_edge(one.claim.subject, one.claim.object, label=one.claim.predicate)
        page = str(network.generate_html()).encode()
        (folder / "pyvis.html").write_bytes(page)
        return page

    return draw


def _shot(browser: Browser, folder: Path) -> Callable[[], bytes]:
    """A picture, as wide as ours, of the pyvis page in a browser that runs already."""

    def draw() -> bytes:
        page = browser.new_page(
            viewport={"width": 1600, "height": 900}, device_scale_factor=_WIDE / 1600
        )
        page.goto((folder / "pyvis.html").as_uri())
        page.locator("canvas").wait_for()
        picture = page.screenshot(timeout=_PATIENCE)
        page.close()
        return picture

    return draw


def _dot(graph: Subgraph, kind: str) -> Callable[[], bytes]:
    inches = _WIDE / _DOTS
    command = ["dot", f"-T{kind}", *((f"-Gsize={inches},{inches}!",) if kind == "png" else ())]
    return lambda: (
        subprocess.run(  # noqa: S603 - a fixed command
            command, input=dot_source(graph).encode(), capture_output=True, check=True
        ).stdout
    )


@contextmanager
def _chromium() -> Iterator[Browser]:
    names: Sequence[str] = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
