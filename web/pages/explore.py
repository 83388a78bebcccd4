"""The Explore page: where the browser came from, what was done, and the component that shows it."""

import streamlit as st

from graph.errors import GutgraphError, StoreError
from graph.settings import Settings
from web import visits
from web.canvas.component import explore_component, last_act
from web.connection import reader
from web.exploring import arrived, told
from web.opened import let_go, opened_snapshot
from web.pages.closed import empty, undrawable, unreachable
from web.pages.frame import dressed
from web.pages.look import theme


def explore(settings: Settings, *, own: bool = False) -> None:
    """Show the page, or say why it cannot be shown and what to do.

    Args:
        own: This dashboard is its user's own, and may write.

    """
    try:
        store = reader(settings)
        visit, seen = visits.here(own=own), visits.seen()
        if visit.anew:
            let_go()
        visit.opened, visit.anew = opened_snapshot(store), False
        query, embed = st.query_params.to_dict(), bool(st.context.is_embedded)
        worn, act = theme(), visits.act()
        # The theme may have changed on another page; nobody comes from there with an act.
        worn = "" if act else worn
        arrived(visit, query, seen, store, settings, embed=embed, theme=worn)
        data = told(visit, act, store, settings)
    except StoreError as error:
        unreachable(error)
        return
    except GutgraphError as error:
        undrawable(error, visits.start_again)
        return
    if not data:
        empty(settings)
        return
    visits.lead_to(visit.address)
    dressed(data["theme"], data["title"])
    explore_component(data, lambda: visits.note(last_act()))
