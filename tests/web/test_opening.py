"""The browser is opened through a file that only its owner can read."""

import stat
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser

from graph.errors import GutgraphError
from tests.web.conftest import Dashboard
from tests.web.test_explore import Visitor
from web.opening import opened

LINK = "http://127.0.0.1:8501/?token=secret&ids=MONDO:1"


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    calls: list[str] = []
    monkeypatch.setattr(webbrowser, "open", calls.append)
    return calls


def test_the_browser_is_called_with_a_private_file_which_is_gone_after(
    called: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    with opened(LINK, folder):
        page = Path(url2pathname(urlsplit(called[0]).path))
        assert "secret" not in called[0]
        assert "0;url=http://127.0.0.1:8501/?token=secret&amp;ids=MONDO:1" in page.read_text()
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert list(folder.iterdir()) == [page]
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(called: list[str], tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.touch()
    with (
        pytest.raises(GutgraphError, match=r"cannot be written .* so no browser was opened"),
        opened(LINK, taken),
    ):
        pass
    assert called == []


@pytest.mark.browser
@pytest.mark.engine
def test_the_file_leads_into_the_dashboard(
    called: list[str], browser: Browser, dashboard: Dashboard, tmp_path: Path
) -> None:
    with opened(dashboard.link, tmp_path):
        visitor = Visitor(browser)
        visitor.page.goto(called[0])
        visitor.page.wait_for_selector(".explore[data-drawn]", state="attached", timeout=60_000)
        assert visitor.page.url.startswith(dashboard.address)
        assert "token" not in visitor.page.url
        visitor.context.close()
