"""A dashboard that runs, over a small invented graph of its own, and a browser to visit it."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from graph.engine.connect import open_store
from graph.engine.embedded import stop
from graph.engine.schema import prepare
from graph.settings import Settings
from graph.write.writer import write_records
from tests.engines import variables
from tests.web.crowd import crowd
from tests.web.sample import records
from web.serve import command, free_port

TOKEN = "a-token-for-tests"
_CALM = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
)


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Where it runs, and how one gets in."""

    port: int
    settings: Settings

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def link(self) -> str:
        return f"{self.address}?token={TOKEN}"


@pytest.fixture(scope="package")
def graph_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a graph that holds the sample; its engine is stopped after the tests."""
    settings = Settings(data=tmp_path_factory.mktemp("web") / "data", engine_memory_mb=512)
    with open_store(settings, "writer") as store:
        prepare(store)
        write_records(store, records(), batch_size=1000)
    yield settings
    stop(settings)


@pytest.fixture(scope="package")
def dashboard(graph_settings: Settings) -> Iterator[Dashboard]:
    with running(graph_settings) as there:
        yield there


@pytest.fixture(scope="package")
def public_dashboard(graph_settings: Settings) -> Iterator[Dashboard]:
    """One over the same graph that others reach under a name: it only reads."""
    with ExitStack() as open_while_tested:
        with pytest.MonkeyPatch.context() as environment:  # for this dashboard, and no test
            environment.setenv("GUTGRAPH_PUBLIC_URL", "https://graph.example.org")
            there = open_while_tested.enter_context(running(graph_settings))
        yield there


@pytest.fixture(scope="package")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """One over a graph with a hub of 5,000 neighbours."""
    settings = Settings(data=tmp_path_factory.mktemp("crowd") / "data", engine_memory_mb=512)
    try:
        with open_store(settings, "writer") as store:
            prepare(store)
            write_records(store, crowd(), batch_size=5000)
        with running(settings) as there:
            yield there
    finally:
        stop(settings)


class running:  # noqa: N801 - read as a sentence: with running(settings)
    """Run a dashboard for a while."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __enter__(self) -> Dashboard:
        there = Dashboard(free_port(0), self._settings)
        environment = os.environ | {"GUTGRAPH_TOKEN": TOKEN} | variables(self._settings)
        elsewhere = self._settings.data.parent  # the program is found from any folder
        self._process = subprocess.Popen(command(there.port), env=environment, cwd=elsewhere)
        _wait(there.port)
        return there

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(20)


def _wait(port: int) -> None:
    for _ in range(300):
        connection = HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    raise AssertionError("the dashboard did not start")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine")
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_CALM, *root])
        yield browser
        browser.close()


@pytest.fixture
def shots() -> Path:
    """Where screenshots are kept."""
    folder = Path("test-output")
    folder.mkdir(exist_ok=True)
    return folder
