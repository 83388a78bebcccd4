"""The first view from a cold start: `gutgraph serve` to a picture in a browser just opened."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import sync_playwright

from graph.engine.embedded import stop
from graph.settings import Settings
from web.serve import free_port

ENGINE_UP: Final = "engine up"
ALL_DOWN: Final = "all down"
_PROGRAM: Final = Path(sys.executable).with_name("gutgraph")
_PATIENCE: Final = 120_000  # milliseconds


def starts(
    settings: Settings, times: int, tell: Callable[[str], None]
) -> Iterator[tuple[str, list[float]]]:
    """Start so often with the engine running, and so often with nothing running.

    Args:
        settings: Of a graph that something was loaded into; its engine runs.
        times: Starts of each kind.
        tell: Told a line for each kind.

    """
    for kind in (ENGINE_UP, ALL_DOWN):
        took = [_start(settings, engine_too=kind == ALL_DOWN) for _ in range(times)]
        tell(f"first view, {kind}: median {median(took):.1f} s, least {min(took):.1f} s")
        yield kind, took


def _start(settings: Settings, *, engine_too: bool) -> float:
    """Seconds from the start of the process to the picture; the browser is open, and empty."""
    if engine_too:
        stop(settings)
    path = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        began = time.perf_counter()
        process, link = _served(settings)
        try:
            page.goto(link)
            page.wait_for_selector(".explore[data-drawn]", state="attached", timeout=_PATIENCE)
            return time.perf_counter() - began
        finally:
            browser.close()
            process.send_signal(signal.SIGINT)
            process.wait(30)


def _served(settings: Settings) -> tuple["subprocess.Popen[str]", str]:
    asked = ["serve", "--no-browser", "--json", f"--port={free_port(0)}"]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [str(_PROGRAM), "--data", str(settings.data), *asked],
        env=os.environ | {"GUTGRAPH_ENGINE_MEMORY_MB": str(settings.engine_memory_mb)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    if process.stdout is None:
        raise RuntimeError("what the dashboard says is not to be read")
    line = process.stdout.readline()
    return process, str(json.loads(line)["link"])
