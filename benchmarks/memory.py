"""The dashboard's memory over many growths: `python -m benchmarks.memory [TIMES]`; run by hand."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import psutil
from playwright.sync_api import Page, sync_playwright

from benchmarks.drawing import records
from graph.engine.connect import open_store
from graph.engine.embedded import stop
from graph.engine.schema import prepare
from graph.settings import Settings
from graph.write.writer import write_records
from tests.web.conftest import Dashboard, running

_ENTITIES: Final = 1000
_VIEW: Final = 40
_EARLY: Final = 0.2  # of the growths: what was warmed up by then is not counted as growing
_MIB: Final = 1024 * 1024


def measure(times: int) -> Iterator[str]:
    """Grow another entity of another view each time, and yield what the dashboard holds."""
    folder = Path(tempfile.mkdtemp(prefix="gutgraph-memory-"))
    settings = Settings(data=folder / "data", engine_memory_mb=512)
    marks: dict[int, float] = {}
    try:
        with open_store(settings, "writer") as store:
            prepare(store)
            write_records(store, records(_ENTITIES), batch_size=5000)
        with running(settings) as there, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            for number in range(1, times + 1):
                _grow(page, there, number)
                if number in {round(_EARLY * times), times}:
                    marks[number] = _held(there)
                    yield f"after {number} growths: {marks[number]:.0f} MiB"
            browser.close()
    finally:
        stop(settings)
        shutil.rmtree(folder, ignore_errors=True)
    early, late = marks.values()
    yield f"ratio {late / early:.2f}"


def _grow(page: Page, there: Dashboard, number: int) -> None:
    first = number % (_ENTITIES // 3)
    ids = ",".join(f"X:{one}" for one in range(first, first + _VIEW))
    page.goto(f"{there.link}&ids={ids}&focus=X:{first}")
    frame = page.locator(".explore[data-drawn]")
    frame.wait_for(state="attached", timeout=60_000)
    drawn = page.locator(".explore").get_attribute("data-drawn")
    page.locator(".stage").focus()
    page.keyboard.press("g")
    changed = page.locator(f'.explore:not([data-drawn="{drawn}"])')
    changed.wait_for(state="attached", timeout=60_000)


def _held(there: Dashboard) -> float:
    """Memory of the dashboard's process, in MiB."""
    for process in psutil.process_iter(["pid", "cmdline"]):
        line = " ".join(process.info["cmdline"] or ())
        if "streamlit" in line and f"--server.port={there.port}" in line:
            return float(process.memory_info().rss) / _MIB
    raise RuntimeError(f"no dashboard on port {there.port}, seen from {os.getpid()}")


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 200):
        print(line, flush=True)  # noqa: T201 - this is what the command is for
