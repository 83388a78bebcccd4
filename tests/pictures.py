"""The pictures of the guide: `python -m tests.pictures FOLDER`; `--all` for each page and theme."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from graph.engine.connect import open_store
from graph.engine.embedded import stop
from graph.engine.schema import prepare
from graph.settings import Settings
from loaders.run import inputs, load_input
from tests.house.project import ROOT
from tests.web.conftest import Dashboard, running

_MS: Final = "MONDO:0005301"
_PATIENCE: Final = 90_000
_COLOURS: Final = 200
_WIDTHS: Final = (1440, 900)
_THEMES: Final = ("light", "dark", "projector")


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the address it shows, and what is clicked before it is taken."""

    name: str
    path: str
    clicks: tuple[str, ...] = ()
    ready: str = ".explore[data-drawn]"


GUIDE: Final = (
    Shot("explore", ""),
    Shot("entity", f"?focus={_MS}"),
    Shot("claims", "claims", ready="tbody tr"),
    Shot(
        "paths",
        f"paths?from=GUT:intestinal-dysbiosis&to={_MS}",
        ready="[data-testid=stMainBlockContainer]",
    ),
    Shot("sources", "sources", ready="[data-testid=stMainBlockContainer]"),
    Shot(
        "reading",
        "reading?document=examples/leaky-gut-in-multiple-sclerosis.md",
        ready=".reading[data-drawn]",
    ),
    Shot("query", "query", ready="[data-testid=stMainBlockContainer]"),
    Shot("about", "about", ready="[data-testid=stMainBlockContainer]"),
)


def main() -> None:
    """Start a dashboard over the sample, visit it, and keep what is seen."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--all", action="store_true", help="each page, theme and width")
    reader.add_argument("--only", nargs="+", default=[one.name for one in GUIDE], help="pictures")
    asked = reader.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with _dashboard() as there, _browser() as browser:
        themes, widths = (_THEMES, _WIDTHS) if asked.all else (_THEMES[:1], _WIDTHS[:1])
        for width in widths:
            for theme in themes:
                for shot in (one for one in GUIDE if one.name in asked.only):
                    name = f"{shot.name}-{theme}-{width}" if asked.all else shot.name
                    _take(browser, there, shot, theme, width, asked.folder / f"{name}.png")


@contextmanager
def _dashboard() -> Iterator[Dashboard]:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder) / "data", engine_memory_mb=512)
        os.chdir(ROOT)
        try:
            with open_store(settings, "writer") as store:
                prepare(store)
                for one in inputs([Path("examples")]):
                    load_input(store, one, settings.batch_size)
            with running(settings) as there:
                yield there
        finally:
            stop(settings)


@contextmanager
def _browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=root)
        yield browser
        browser.close()


def _take(
    browser: Browser, there: Dashboard, shot: Shot, theme: str, width: int, place: Path
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.request.get(there.link)
    page = context.new_page()
    mark = "&" if "?" in shot.path else "?"
    page.goto(f"{there.address}{shot.path}{mark}theme={theme}")
    _settle(page, shot.ready)
    for click in shot.clicks:
        page.locator(click).first.click()
        page.wait_for_timeout(1500)
    _save(page.screenshot(), place)
    print(place)  # noqa: T201 - this is what the command is for
    context.close()


def _save(shot: bytes, place: Path) -> None:
    """Keep a picture in 200 colours: flat hues look the same in a third of the bytes."""
    with Image.open(BytesIO(shot)) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(place, optimize=True)


def _settle(page: Page, ready: str) -> None:
    page.locator(ready).first.wait_for(state="attached", timeout=_PATIENCE)
    page.wait_for_timeout(2500)


if __name__ == "__main__":
    main()
