"""Double click to drawn, and the first view from a cold start: `python -m benchmarks.drawing`.

Run by hand on a quiet machine, `[TIMES]` double clicks a size: it makes a graph of its own, starts
dashboards over it, prints p50 and p95, keeps the results and lays the page of the docs out anew.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.starting import starts
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


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was measured.

    Attributes:
        clicks: For each size of the view, the milliseconds of every double click, in their order.
        first: Seconds from the start of `gutgraph serve` to a picture in a new browser: with the
            engine running (`engine up`), and with nothing running (`all down`).

    """

    clicks: Mapping[int, Sequence[float]]
    first: Mapping[str, Sequence[float]]


def measure(times: int, tell: Callable[[str], None]) -> Drawing:
    """Double click so often at each size of the view, and start a fifth as often.

    Args:
        times: Double clicks a size.
        tell: Told a line for each size, and for each kind of start.

    """
    folder = Path(tempfile.mkdtemp(prefix="gutgraph-drawing-"))
    settings = Settings(data=folder / "data", engine_memory_mb=512, drawn_nodes=max(SIZES))
    os.environ["GUTGRAPH_DRAWN_NODES"] = str(max(SIZES))
    try:
        with open_store(settings, "writer") as store:
            prepare(store)
            write_records(store, records(max(SIZES)), batch_size=5000)
        with chromium() as browser:
            clicks = dict(_clicks(browser, settings, times, tell))
        return Drawing(clicks, dict(starts(settings, max(1, times // 5), tell)))
    finally:
        stop(settings)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A new browser."""
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _clicks(
    browser: Browser, settings: Settings, times: int, tell: Callable[[str], None]
) -> Iterator[tuple[int, list[float]]]:
    with running(settings) as there:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        for size in SIZES:
            address = _address(page, there, size)
            took = [_double_click(page, address) for _ in range(times)]
            tell(
                f"{size:>5} nodes: p50 {share(took, 50):.0f} ms, p95 {share(took, 95):.0f} ms, "
                f"least {min(took):.0f} ms"
            )
            yield size, took


def share(numbers: Sequence[float], percent: int) -> float:
    """The number that so many percent of them do not pass."""
    return (
        quantiles(numbers, n=100, method="inclusive")[percent - 1]
        if len(numbers) > 1
        else numbers[0]
    )


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
    from benchmarks import page, results

    def _say(line: str) -> None:
        print(line, flush=True)  # noqa: T201 - this is what the command is for

    results.keep_drawing(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20, _say))
    page.write()
