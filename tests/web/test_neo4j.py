"""The dashboard over Neo4j: the same search, and the same picture as over the embedded engine."""

import pytest
from playwright.sync_api import Browser

from graph.settings import Settings
from graph.write.writer import write_records
from tests.engines import Logins, emptied
from tests.web.conftest import Dashboard, running
from tests.web.sample import MS, records
from tests.web.test_explore import Visitor, search_for

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.neo4j]


def pictures(browser: Browser, dashboard: Dashboard) -> list[str]:
    """What the canvas shows on opening, and after a search."""
    visitor = Visitor(browser)
    visitor.open(dashboard)
    first = visitor.drawn
    search_for(visitor, "multiple sclerosis")
    visitor.wait_for_change(first)
    visitor.wait_for_focus(MS)
    drawn = [first, visitor.drawn]
    visitor.context.close()
    return drawn


def test_the_page_draws_the_same_picture_from_either_engine(
    browser: Browser, dashboard: Dashboard, neo4j_settings: Settings, neo4j_logins: Logins
) -> None:
    write_records(emptied(neo4j_logins[0]), records(), batch_size=1000)
    with running(neo4j_settings) as there:
        over_neo4j = pictures(browser, there)
    assert over_neo4j == pictures(browser, dashboard)
    assert len(set(over_neo4j)) == 2
