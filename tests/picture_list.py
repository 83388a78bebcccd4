"""What is photographed: for the guide, and to be looked at in every theme and width."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from playwright.sync_api import Page

from tests.web.console_page import ask

_MS: Final = "MONDO:0005301"
_COPROCOCCUS: Final = "NCBITaxon:33042"
_CONTESTED: Final = quote(f"{_COPROCOCCUS}~INCREASED_IN~{_MS}", safe="")
_TEXT: Final = "examples/leaky-gut-in-multiple-sclerosis.md"
_PATHS: Final = f"paths?from=GUT:intestinal-dysbiosis&to={_MS}"
_DRAWN: Final = ".explore[data-drawn]"
_CITED: Final = "[data-testid=stCode] code"
_SHEET: Final = "[class*='st-key-sheet-']"
_AROUND: Final = f"?ids={_MS},{_COPROCOCCUS},GUT:leaky-gut,NCBITaxon:239934,CHEBI:27300"
_NOTE: Final = b"# A small note\n\nRuminococcus was increased in multiple sclerosis.\n"

_EDITOR: Final = "[data-editor=monaco]"
_NAMED: Final = ".example:has-text('a part of its name')"
_AROUND_GUT: Final = ".example:has-text('Everything around')"

Act = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture.

    Attributes:
        name: Of its file.
        path: The address it shows.
        ready: What the page has when it is there.
        act: What is done before it is taken.
        rest: Milliseconds until the page is still.
        themes: The guide shows these.

    """

    name: str
    path: str
    ready: str = _DRAWN
    act: Act = lambda _: None
    rest: int = 700
    themes: tuple[str, ...] = ("light",)


def _click(*selectors: str) -> Act:
    def act(page: Page) -> None:
        for one in selectors:
            page.locator(one).first.click()
            page.wait_for_timeout(900)

    return act


def _hub(page: Page) -> None:
    """Ask a hub to grow."""
    page.locator("button:text-is('Grow')").first.click()
    page.locator("dialog.hub[open]").wait_for()


def _type(selector: str, text: str) -> Act:
    return lambda page: page.locator(selector).first.press_sequentially(text, delay=20)


def _upload(name: str, content: bytes) -> Act:
    def act(page: Page) -> None:
        file = {"name": name, "mimeType": "text/plain", "buffer": content}
        page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
        page.locator(".st-key-preview, .trouble").first.wait_for()

    return act


def _keep(page: Page) -> None:
    """Keep a snapshot, and look at the gallery."""
    page.get_by_role("button", name="Snapshot", exact=True).click()
    page.get_by_role("button", name="Keep snapshot").click()
    page.locator(".kept:not([hidden])").first.wait_for()
    page.get_by_role("button", name="Close", exact=True).click()
    page.get_by_role("link", name="Snapshots", exact=True).click()
    page.locator(".snapshots .card img").first.evaluate("(one) => one.decode()")


def _ask(text: str) -> Act:
    def act(page: Page) -> None:
        ask(page, text)
        page.locator(".came .head, .came .trouble").first.wait_for()
        page.locator("h1").first.hover()

    return act


def _run(example: str, ready: str, down: int = 0) -> Act:
    """Run an example of the console's card, and go down to what comes of it."""

    def act(page: Page) -> None:
        page.locator(example).click()
        page.locator(ready).first.wait_for(state="attached")
        page.locator("h1").first.hover()
        page.mouse.wheel(0, down)

    return act


GUIDE: Final = (
    Shot("explore", "", themes=("light", "dark", "projector")),
    Shot("entity", f"?focus={_MS}"),
    Shot("hub", f"?focus={_MS}&ids={_MS},GUT:leaky-gut", act=_hub),
    Shot("claims", "claims", "tbody tr"),
    Shot("paths", _PATHS, ".path", _click(".path summary")),
    Shot("sources", "sources", "input[type=file]", rest=2000),
    Shot("reading", f"reading?document={_TEXT}", ".reading[data-drawn]"),
    Shot("query", "query", _EDITOR, _run(_NAMED, "[data-testid=stDataFrame] canvas"), 1500),
    Shot("console", "query", _EDITOR, _run(_AROUND_GUT, "figure.drawn svg", down=90), 1500),
    Shot("saved", "query?saved=new_since", ".saved .rows"),
    Shot("snapshots", f"?focus={_MS}", act=_keep, rest=2000),
    Shot("about", "about", _CITED, rest=1500),
)

STATES: Final = (
    Shot("claim", f"{_AROUND}&focus={_CONTESTED}"),
    Shot("exploded", f"{_AROUND}&focus={_CONTESTED}&open={_CONTESTED}"),
    Shot("small", _AROUND),
    Shot("organic", "?layout=organic"),
    Shot("list", "", act=_click("button:text-is('Show as list')")),
    Shot("keys", "", act=_click("button:text-is('Keys')")),
    Shot("share", "", act=_click("button:text-is('Share')")),
    Shot("snapshot", "", act=_click("button:text-is('Snapshot')")),
    Shot("search", "", act=_type(".search input", "bact"), rest=3000),
    Shot("search-none", "", act=_type(".search input", "qqqqqq"), rest=3000),
    Shot("filters", "?certainty=proposed", act=_click(".filter details summary")),
    Shot("unknown-id", "?ids=GUT:nothing-here"),
    Shot("unknown-view", "?view=nothing", ".st-key-closed"),
    Shot(
        "grown-out",
        "?ids=CHEBI:27300,GUT:leaky-gut&focus=CHEBI:27300",
        act=_click("button:text-is('Grow')"),
    ),
    Shot("claims-none", "claims?text=zzzz", ".empty"),
    Shot("paths-none", "paths?from=GUT:no&to=GUT:nothing", ".paths[data-drawn]"),
    Shot("paths-empty", "paths", ".paths[data-drawn]"),
    Shot("reading-list", "reading", ".documents"),
    Shot("reading-unknown", "reading?document=nothing", ".trouble, .st-key-closed"),
    Shot("console-plan", "query", _EDITOR, _click(".run button:text-is('Explain')"), 2500),
    Shot("console-values", "query", _EDITOR, _click(_NAMED), 2500),
    Shot("console-card", "query", _EDITOR, _click("button:text-is('Labels & relations')"), 2000),
    Shot("query-error", "query", _EDITOR, _ask("MATCH (n) RETRUN n"), 2500),
    Shot("preview", "sources", "input[type=file]", _upload("a small note.md", _NOTE), 1500),
    Shot("refused", "sources", "input[type=file]", _upload("x.bin", b"\0\1"), 1500),
    Shot("forget", "sources", _SHEET, _click("button:has-text('Forget…')"), 2500),
    Shot(
        "connect",
        "about",
        "[data-testid=stCode] code",
        _click("summary:has-text('Show the address')"),
        1500,
    ),
)

NOTHING: Final = tuple(
    Shot(f"empty-{name or 'explore'}", name, f"{_SHEET}, .st-key-closed", rest=1500)
    for name in ("", "claims", "paths", "sources", "about", "reading")
)
