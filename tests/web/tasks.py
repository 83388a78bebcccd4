"""How long a page works at a stretch, in its own thread's time: no other program adds to it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page


@contextmanager
def traced(browser: Browser, page: Page) -> Iterator[list[float]]:
    """Note the tasks of pages' main threads during the block: milliseconds, longest first."""
    tasks: list[float] = []
    browser.start_tracing(page=page, categories=["toplevel"])
    try:
        yield tasks
    finally:
        events = json.loads(browser.stop_tracing())["traceEvents"]
        names = [one for one in events if one["name"] == "thread_name"]
        mains = {_thread(one) for one in names if one["args"]["name"] == "CrRendererMain"}
        ran = [one for one in events if one["name"].endswith("::RunTask")]
        # One that had not ended with the trace has no time yet.
        worked = (one["tdur"] for one in ran if "tdur" in one and _thread(one) in mains)
        tasks += sorted((microseconds / 1_000 for microseconds in worked), reverse=True)


def _thread(event: dict[str, int]) -> tuple[int, int]:
    return event["pid"], event["tid"]
