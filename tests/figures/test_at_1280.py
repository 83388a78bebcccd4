"""A figure 1,280 pixels wide in Chromium: no label under the stated size, none cut, none covered.

What the geometry claims is measured here by a browser: the glyphs it drew, in the window it has.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser

from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.model.snapshot import Snapshot
from tests.figures.sample import snapshot, story

pytestmark = pytest.mark.browser

_WIDTH: Final = 1280
# Pixels of a window 1,280 wide that shows a slide of 960 points.
_LABEL: Final = 14 * _WIDTH / 960
_SOURCE: Final = 10 * _WIDTH / 960
_WORDS: Final = 10 * _WIDTH / 960  # on an edge
_WHOLE: Final = (
    "<style>body { margin: 0 } svg { display: block; width: 100%; height: auto }</style>"
)
# The size of type is that of the screen: what the file says, by the factor that the window draws it
# with. A text is cut where its ink leaves its box, or the window.
_MEASURE: Final = """() => {
  const svg = document.querySelector("svg");
  const factor = svg.getScreenCTM().a;
  const page = svg.getBoundingClientRect();
  const told = (text) => {
    const own = text.getBoundingClientRect();
    const entity = text.closest(".entity");
    const words = !entity && text.getAttribute("text-anchor") === "middle";
    const around = entity ? entity.children[1] : words ? text.previousElementSibling : svg;
    const box = around.getBoundingClientRect();
    const wide = text.getComputedTextLength() * factor;
    return {
      text: text.textContent,
      size: parseFloat(getComputedStyle(text).fontSize) * factor,
      kind: entity ? "name" : words ? "words" : "source",
      cut: own.left < box.left - 1 || own.right > box.right + 1 || wide > box.width + 1
        || own.left < page.left - 1 || own.right > page.right + 1 || own.bottom > page.bottom + 1,
    };
  };
  return {
    width: page.width,
    wider: document.documentElement.scrollWidth > innerWidth,
    texts: [...document.querySelectorAll("text")].map(told),
  };
}"""


def test_the_sample_has_no_label_under_the_stated_size_and_none_that_is_cut(
    browser: Browser, tmp_path: Path
) -> None:
    assert amiss(browser, tmp_path, [snapshot(story(13)), snapshot(story(9), "projector")]) == []


def amiss(browser: Browser, folder: Path, snapshots: Sequence[Snapshot]) -> list[tuple[int, str]]:
    """Name the texts that are too small or cut, each with the number of its figure."""
    page = browser.new_page(viewport={"width": _WIDTH, "height": 720})
    file = folder / "figure.html"
    found = []
    for index, taken in enumerate(snapshots):
        drawn = FORMATS["svg"].draw(taken, FigureOptions()).decode()
        file.write_text(f"<!doctype html><meta charset=utf-8>{_WHOLE}{drawn}", "utf-8")
        page.goto(file.as_uri())
        seen: dict[str, Any] = page.evaluate(_MEASURE)
        assert (seen["width"], seen["wider"]) == (_WIDTH, False)
        assert sum(one["kind"] == "name" for one in seen["texts"]) >= len(taken.subgraph.entities)
        found += [(index, one["text"]) for one in seen["texts"] if one["cut"] or _small(one)]
    page.close()
    return found


def _small(text: dict[str, Any]) -> bool:
    """Whether a text is smaller than stated; a hundredth of a pixel is lost where a file rounds."""
    least = {"name": _LABEL, "words": _WORDS, "source": _SOURCE}[text["kind"]]
    return bool(text["size"] < least - 0.1)
