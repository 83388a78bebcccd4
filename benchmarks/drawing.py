"""Double click to drawn, in Chromium: `python -m benchmarks.drawing [TIMES]` prints p50 and p95.

Run by hand on a quiet machine; it makes a graph of its own and starts a dashboard over it.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from graph.engine.connect import open_store
from graph.engine.embedded import stop
from graph.engine.schema import prepare
from graph.model.claim import Assertion, Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity
from graph.model.identity import DocumentId, EntityId
from graph.model.record import Record
from graph.settings import Settings
from graph.write.writer import write_records
from tests.web.conftest import Dashboard, running

SIZES: Final = (60, 300, 1000)
_KINDS: Final = ("Taxon", "Chemical", "Gene", "Disease", "Phenotype")
_LEAVES: Final = 5  # that a double click brings
_TIMED: Final = """
(at) => new Promise((resolve) => {
  const frame = document.querySelector(".explore")
    ?? [...document.querySelectorAll("*")].map((one) => one.shadowRoot?.querySelector(".explore"))
      .find(Boolean);
  frame.addEventListener("dblclick", () => { frame.began = performance.now(); }, { once: true });
  const before = frame.dataset.drawn;
  new MutationObserver((_, watcher) => {
    if (frame.dataset.drawn === before || !frame.began) return;
    watcher.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - frame.began));
  }).observe(frame, { attributes: true });
})
"""


def measure(times: int) -> Iterator[str]:
    """Yield a line for each size of the view."""
    folder = Path(tempfile.mkdtemp(prefix="gutgraph-drawing-"))
    settings = Settings(data=folder / "data", engine_memory_mb=512, drawn_nodes=1000)
    os.environ["GUTGRAPH_DRAWN_NODES"] = "1000"
    try:
        with open_store(settings, "writer") as store:
            prepare(store)
            write_records(store, records(max(SIZES)), batch_size=5000)
        with running(settings) as there, sync_playwright() as playwright:
            path = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            for size in SIZES:
                address = _address(page, there, size)
                took = [_double_click(page, address) for _ in range(times)]
                marks = quantiles(took, n=20)
                yield f"{size:>5} nodes: p50 {marks[9]:>6.0f} ms, p95 {marks[18]:>6.0f} ms"
            browser.close()
    finally:
        stop(settings)
        shutil.rmtree(folder, ignore_errors=True)


def _address(page: Page, there: Dashboard, size: int) -> str:
    """Lay out a view of so many entities once; its address brings their places along."""
    ids = ",".join(f"X:{number}" for number in range(size - _LEAVES))
    page.goto(f"{there.link}&ids={ids}&focus=X:0")
    page.wait_for_selector(".explore[data-drawn]", state="attached", timeout=300_000)
    page.wait_for_timeout(1000)
    return f"{there.link}&{urlsplit(page.url).query}"


def _double_click(page: Page, address: str) -> float:
    """Open a view, double click the chosen entity, wait for its growth."""
    page.goto(address)
    page.wait_for_selector(".explore[data-drawn]", state="attached", timeout=120_000)
    page.locator(".stage").focus()
    page.keyboard.press("s")  # near the chosen one: it stands in the middle then
    page.wait_for_timeout(600)
    box = page.locator(".stage").bounding_box()
    if box is None:
        raise RuntimeError("the canvas is not on screen")
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    waiting = page.evaluate_handle(f"(() => ({{ took: ({_TIMED})() }}))()")
    page.mouse.dblclick(*middle)
    took: float = page.evaluate("(one) => one.took", waiting)
    return took


def records(size: int) -> Iterator[Record]:
    """Make a graph of `size` entities, each with two claims, and some that only growing brings."""
    document = DocumentId("https://example.org/made-up")
    yield Document(document, "0" * 64, "table", "made up", loader="made", loader_version="1")
    for number in range(size):
        kind = _KINDS[number % len(_KINDS)]
        yield Definition(Entity(EntityId(f"X:{number}"), f"entity {number}", kind), document)
        for other in (number // 3, number // 7):
            if other != number:
                claim = Claim.of(f"X:{number}", "AFFECTS", f"X:{other}")
                yield Assertion(claim, document, "infores:made-up")
    for number in range(_LEAVES):
        leaf = Entity(EntityId(f"Y:{number}"), f"leaf {number}", "Taxon")
        yield Definition(leaf, document)
        yield Assertion(Claim.of(leaf.id, "AFFECTS", "X:0"), document, "infores:made-up")


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        sys.stdout.write(line + "\n")
