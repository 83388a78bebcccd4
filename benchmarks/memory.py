"""The dashboard's memory over many growths: `python -m benchmarks.memory [TIMES]`; run by hand.

One visitor stays in one tab: goes to another view, grows an entity there, and so on. A reload would
end the visit, and hide what a visit gathers.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil
from playwright.sync_api import Page

from benchmarks.drawing import chromium, records
from graph.engine.connect import open_store
from graph.engine.embedded import stop
from graph.engine.schema import prepare
from graph.settings import Settings
from graph.write.writer import write_records
from tests.web.conftest import Dashboard, running

_ENTITIES: Final = 1000
_VIEW: Final = 40
_EARLY: Final = 0.2  # of the growths: what was warmed up by then is not counted as growing
_PAUSE: Final = 500  # milliseconds
_MIB: Final = 1024 * 1024
_GO: Final = """(query) => {
  history.pushState({}, "", query);
  dispatchEvent(new PopStateEvent("popstate"));
}"""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the dashboard's process held, in MiB.

    Attributes:
        growths: How many there were in all.
        early, late: What it held after a fifth of them, and after all.

    """

    growths: int
    early: float
    late: float

    @property
    def ratio(self) -> float:
        """How much more it held at the end."""
        return self.late / self.early


def measure(times: int, tell: Callable[[str], None]) -> Memory:
    """Grow another entity of another view each time.

    Args:
        times: How often, at least 5.
        tell: Told a line at a fifth, at every further one, and at the end.

    """
    folder = Path(tempfile.mkdtemp(prefix="gutgraph-memory-"))
    settings = Settings(data=folder / "data", engine_memory_mb=512)
    held_at: dict[int, float] = {}
    early = round(_EARLY * times)
    try:
        with open_store(settings, "writer") as store:
            prepare(store)
            write_records(store, records(_ENTITIES), batch_size=5000)
        with running(settings) as there, chromium() as browser:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"{there.link}&{_view(0)}")
            page.locator(".explore[data-drawn]").wait_for(state="attached", timeout=60_000)
            for number in range(1, times + 1):
                _grow(page, number)
                if number % early == 0 or number == times:
                    held_at[number] = held(dashboard_of(there))
                    tell(f"after {number} growths: {held_at[number]:.0f} MiB")
    finally:
        stop(settings)
        shutil.rmtree(folder, ignore_errors=True)
    found = Memory(times, held_at[early], held_at[times])
    tell(f"ratio {found.ratio:.2f}")
    return found


def _view(first: int) -> str:
    ids = ",".join(f"X:{one}" for one in range(first, first + _VIEW))
    return f"ids={ids}&focus=X:{first + _VIEW - 1}"


def _grow(page: Page, number: int) -> None:
    """Go to a view, and grow the last of its entities, whose neighbours are not all there."""
    first = number % (_ENTITIES // 7 - _VIEW)
    page.wait_for_timeout(_PAUSE)  # the page has followed the growth before: nobody is as quick
    steps = (lambda: page.evaluate(_GO, f"?{_view(first)}"), lambda: page.keyboard.press("g"))
    for change in steps:
        drawn = page.locator(".explore").get_attribute("data-drawn")
        page.locator(".stage").focus()
        change()
        changed = page.locator(f'.explore:not([data-drawn="{drawn}"])')
        changed.wait_for(state="attached", timeout=60_000)


def dashboard_of(there: Dashboard) -> psutil.Process:
    """Find the dashboard's process by its port."""
    for process in psutil.process_iter(["pid", "cmdline"]):
        line = " ".join(process.info["cmdline"] or ())
        if "streamlit" in line and f"--server.port={there.port}" in line:
            return process
    raise RuntimeError(f"no dashboard on port {there.port}, seen from {os.getpid()}")


def held(process: psutil.Process) -> float:
    """Memory of a process, in MiB."""
    return float(process.memory_info().rss) / _MIB


if __name__ == "__main__":
    from benchmarks import page as docs
    from benchmarks import results

    def _say(line: str) -> None:
        print(line, flush=True)  # noqa: T201 - this is what the command is for

    results.keep_memory(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 200, _say))
    docs.write()
