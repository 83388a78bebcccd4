"""The pictures of the guide: `python -m tests.pictures FOLDER`; `--all` for all there is to see."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Final, cast

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from graph.engine.connect import open_store
from graph.engine.embedded import stop
from graph.engine.schema import prepare
from graph.settings import Settings
from graph.write.writer import write_records
from loaders.run import inputs, load_input
from tests.house.project import ROOT
from tests.picture_list import GUIDE, NOTHING, STATES, Shot
from tests.web.conftest import Dashboard, running
from tests.web.sample import records

_PATIENCE: Final = 90_000
_Counted = list[tuple[int, tuple[int, int, int]]]

_AT_REST: Final = "[data-testid=stApp][data-test-script-state=notRunning]"
_COLOURS: Final = 256
_NEIGHBOURS: Final = "20"  # so that the examples have a hub that asks first
_WIDTHS: Final = ("1440", "900")
_THEMES: Final = ("light", "dark", "projector")
_HEIGHT: Final = 900


def main() -> None:
    """Start a dashboard over the sample, visit it, and keep what is seen."""
    asked = _asked()
    asked.folder.mkdir(parents=True, exist_ok=True)
    os.chdir(ROOT)
    os.environ["GUTGRAPH_NEIGHBOURS"] = _NEIGHBOURS
    with _browser() as browser:
        if not asked.all:
            _guide(browser, asked.folder, asked.only)
            return
        for filled, shots in ((True, (*GUIDE, *STATES)), (False, NOTHING)):
            chosen = [one for one in shots if not asked.only or one.name in asked.only]
            if chosen:
                with _dashboard(sample=filled, filled=filled) as there:
                    for width in asked.widths:
                        for theme in asked.themes:
                            _each(browser, there, chosen, theme, int(width), asked.folder)


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--all", action="store_true", help="each page, state, theme and width")
    reader.add_argument("--only", nargs="+", default=[], help="names of pictures")
    reader.add_argument("--themes", nargs="+", default=_THEMES, choices=_THEMES)
    reader.add_argument("--widths", nargs="+", default=_WIDTHS)
    return reader.parse_args()


def _guide(browser: Browser, folder: Path, only: list[str]) -> None:
    chosen = [one for one in GUIDE if not only or one.name in only]
    with _dashboard(sample=False, filled=True) as there:
        page = _visitor(browser, there, int(_WIDTHS[0]))
        for shot in chosen:
            for theme in shot.themes:
                name = shot.name if theme == _THEMES[0] else f"{shot.name}-{theme}"
                _take(page, there, shot, theme, folder / f"{name}.png")


def _each(
    browser: Browser, there: Dashboard, shots: list[Shot], theme: str, width: int, folder: Path
) -> None:
    page = _visitor(browser, there, width)
    for shot in shots:
        _take(page, there, shot, theme, folder / f"{shot.name}-{theme}-{width}.png")
    page.context.close()


def _visitor(browser: Browser, there: Dashboard, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": _HEIGHT})
    context.request.get(there.link)
    return context.new_page()


@contextmanager
def _dashboard(*, sample: bool, filled: bool) -> Iterator[Dashboard]:
    """Run one over the examples; with the tests' sample, which has all that is disputed."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder) / "data", engine_memory_mb=512)
        try:
            with open_store(settings, "writer") as store:
                prepare(store)
                for one in inputs([Path("examples")]) if filled else ():
                    load_input(store, one, settings.batch_size)
                if sample:
                    write_records(store, records(), settings.batch_size)
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


def _take(page: Page, there: Dashboard, shot: Shot, theme: str, place: Path) -> None:
    mark = "&" if "?" in shot.path else "?"
    page.goto(f"{there.address}{shot.path}{mark}theme={theme}")
    page.locator(shot.ready).first.wait_for(state="attached", timeout=_PATIENCE)
    page.locator(_AT_REST).wait_for(timeout=_PATIENCE)
    page.wait_for_timeout(800)
    shot.act(page)
    page.wait_for_timeout(shot.rest)
    _save(page.screenshot(), place)
    print(place)  # noqa: T201 - this is what the command is for


def _save(shot: bytes, place: Path) -> None:
    """Keep a picture in its 256 commonest colours: flat hues stay, at a third of the bytes."""
    with Image.open(BytesIO(shot)) as opened:
        picture = opened.convert("RGB")
    counted = picture.getcolors(picture.width * picture.height) or []
    common = cast("_Counted", sorted(counted, reverse=True)[:_COLOURS])
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in common for part in colour])
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(place, optimize=True)


if __name__ == "__main__":
    main()
