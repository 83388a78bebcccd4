"""The themes of all pages: one table, one choice in the address, readable in each of them."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.routing import Match

from figures.style import Theme, themes
from tests.figures.test_style import contrast
from tests.house.project import ROOT
from tests.web.conftest import Dashboard
from tests.web.test_explore import Visitor
from web.front.looks import streamlit_themes, style_sheet, variables
from web.front.routes import PageRoute, first_script, front_routes, index_page

_TEXT = 4.5
_PATIENCE = 60_000
# Text, and the grounds it stands on; names of variables of the pages.
_PAIRS = (
    *(
        (text, ground)
        for text in ("ink", "soft", "faint", "accent", "warn")
        for ground in ("paper", "ground")
    ),
    ("ink", "tint"),
    ("accent", "tint"),
    ("ink", "cue"),
    ("ink", "warn-tint"),
    ("warn", "warn-tint"),
    ("ink", "hair"),
    ("soft", "hair"),
    ("on-accent", "accent"),
    ("on-accent", "deep"),
    ("paper", "for"),
    ("paper", "warn"),
    ("paper", "faint"),
    ("paper", "ink"),
)


@pytest.mark.parametrize("look", themes().values(), ids=themes())
def test_text_on_every_page_has_a_contrast_of_4_5_to_1(look: Theme) -> None:
    hues = variables(look)
    names = [(f"{place}-fill", "ink") for place in look.compartments]
    low = {
        (one, other): round(contrast(hues[one], hues[other]), 2)
        for one, other in (*_PAIRS, *names)
        if contrast(hues[one], hues[other]) < _TEXT
    }
    assert low == {}


@pytest.mark.parametrize("look", themes().values(), ids=themes())
def test_what_a_person_acts_on_has_a_border_or_a_hue_of_3_to_1(look: Theme) -> None:
    hues = variables(look)
    low = [
        one
        for one in ("accent", "stroke", "against", "for")
        if contrast(hues[one], hues["paper"]) < 3
    ]
    assert low == []


def test_the_pages_name_no_colour_of_their_own() -> None:
    folders = (ROOT / "web" / "canvas" / "assets", ROOT / "web" / "pages")
    own = {
        file.name: found
        for folder in folders
        for file in sorted(folder.glob("*.css"))
        if (found := re.findall(r"#[0-9a-fA-F]{3,8}\b", file.read_text("utf-8")))
    }
    assert own == {}


def test_every_variable_that_a_page_uses_is_in_the_table() -> None:
    known = set(variables(next(iter(themes().values()))))
    used: set[str] = set()
    for file in (ROOT / "web").rglob("*.css"):
        text = file.read_text("utf-8")
        used |= set(re.findall(r"var\(--([a-z-]+)", text)) - set(re.findall(r"--([a-z-]+):", text))
    assert used - known == {"hue", "fill"}  # of one mark: its compartment's


def test_each_theme_is_a_rule_and_the_first_is_everybodys() -> None:
    sheet = style_sheet()
    assert sheet.startswith(':root, :root[data-theme="light"] {')
    for name, look in themes().items():
        rule = sheet.split(f'[data-theme="{name}"] {{')[1].split("}")[0]
        assert f"--ink: {look.ink};" in rule
        assert f"--microbiome-stroke: {look.compartments['microbiome'].stroke};" in rule


def test_streamlits_own_parts_are_given_the_same_colours() -> None:
    given = streamlit_themes()
    assert list(given) == list(themes())
    assert given["dark"]["base"] == 1
    assert given["dark"]["primaryColor"] == themes()["dark"].page["accent"]
    assert given["projector"]["baseFontSize"] > given["light"]["baseFontSize"]


def test_our_script_comes_before_streamlits_and_runs_from_a_file() -> None:
    page = index_page()
    assert page.index('<script src="./look/first.js"></script>') < page.index('type="module"')
    first, rest = first_script().split("\n", 1)
    assert json.loads(first.removeprefix("const THEMES = ").removesuffix(";")) == streamlit_themes()
    assert "</script" not in rest


@pytest.mark.parametrize(
    ("path", "ours"),
    [("/", True), ("/claims", True), ("/favicon.png", False), ("/static/js/index.js", False)],
)
def test_a_page_is_one_word_and_files_are_left_to_streamlit(path: str, ours: bool) -> None:
    scope = {"type": "http", "method": "GET", "path": path, "root_path": ""}
    pages = [one for one in front_routes() if isinstance(one, PageRoute)]
    assert any(one.matches(scope)[0] is Match.FULL for one in pages) is ours


@pytest.fixture
def visitor(browser: Browser, dashboard: Dashboard) -> Iterator[Visitor]:
    """A visitor who leaves with a clean console: not even a probe that found nothing."""
    expect.set_options(timeout=_PATIENCE)
    visitor = Visitor(browser)
    visitor.page.set_default_timeout(_PATIENCE)
    visitor.context.request.get(dashboard.link)
    yield visitor
    assert visitor.said == []
    assert visitor.foreign() == []
    visitor.context.close()


def theme_of(page: Page) -> str | None:
    return page.locator("html").get_attribute("data-theme")


def ground(page: Page) -> str:
    """What Streamlit draws the page on."""
    return str(
        page.get_by_test_id("stApp").evaluate("node => getComputedStyle(node).backgroundColor")
    )


@pytest.mark.browser
@pytest.mark.engine
def test_the_theme_of_an_address_is_worn_by_widgets_and_follows_every_link(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    page.goto(f"{dashboard.address}claims?theme=dark")
    row = page.locator("tbody tr .claim a").first
    row.wait_for()
    assert theme_of(page) == "dark"
    assert ground(page) == "rgb(16, 22, 29)"
    page.get_by_role("link", name="About", exact=True).click()
    page.locator(".tiles").wait_for()
    expect(page).to_have_url(re.compile(r"/about\?theme=dark$"))
    page.go_back()
    row.click()
    page.wait_for_selector(".explore[data-drawn]", state="attached")
    expect(page).to_have_url(re.compile("theme=dark"))
    assert theme_of(page) == "dark"

    page.get_by_role("button", name="Theme: Dark").click()
    page.get_by_role("button", name="Theme: Projector").click()
    expect(page.get_by_role("button", name="Theme: Light")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    expect(page).not_to_have_url(re.compile("theme="))
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.get_by_role("link", name="Sources", exact=True).click()
    page.locator(".document").first.wait_for()
    assert "theme=" not in page.url
    assert ground(page) == "rgb(247, 249, 251)"
    page.get_by_role("button", name="Theme: Light").click()
    expect(page).to_have_url(re.compile(r"/sources\?(.+&)?theme=dark$"))
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("link", name="Explore", exact=True).click()
    expect(page.get_by_role("button", name="Theme: Dark")).to_be_visible()
    expect(page).to_have_url(re.compile(r"theme=dark"))


@pytest.mark.browser
@pytest.mark.engine
def test_a_growth_that_finds_nothing_says_so(visitor: Visitor, dashboard: Dashboard) -> None:
    page = visitor.page
    page.goto(f"{dashboard.address}?ids=HP:0007305,GUT:leaky-gut&focus=HP:0007305")
    page.wait_for_selector(".explore[data-drawn]", state="attached")
    page.get_by_role("button", name="Grow", exact=True).click()
    expect(page.locator(".notice")).to_contain_text("3 of 20")
    page.get_by_role("button", name="Grow", exact=True).click()
    expect(page.locator(".notice")).to_contain_text("Nothing more to grow here")
    expect(page.locator(".nothing")).to_be_hidden()
    page.goto(f"{dashboard.address}?ids=GUT:not-here")
    expect(page.locator(".nothing")).to_contain_text("Nothing is drawn")
