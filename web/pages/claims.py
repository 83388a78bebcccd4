"""The Claims page: a table of claims, narrowed, sorted and paged by the address; and as a file."""

from collections.abc import Iterator
from functools import partial
from typing import Final

import streamlit as st

from graph.ask.listing import LONGEST_PAGE, ClaimPage, ListedClaim, listed_claims
from graph.ask.overview import overview
from graph.ask.rolled_listing import RolledPage, rolled_claims
from graph.ask.sources import documents
from graph.engine.store import Store
from graph.model.narrowing import Narrowing
from graph.settings import Settings
from web.canvas.component import sheet_act, sheet_component
from web.claims import (
    PER_PAGE,
    as_csv,
    as_json,
    claims_page,
    file_name,
    order_of,
    written_order,
)
from web.narrowing import narrowing_query, read_narrowing
from web.pages.sheet import filled, sheet
from web.rolled_claims import CHOICES, caption, folded_by, rolled_rows, rollup_of

MOST: Final = 50_000  # claims of a download
_NAME: Final = "claims"
_BEFORE: Final = "claims-before"  # where the pages before this one began
_LONGEST_OFFSET: Final = 9  # digits


def claims(settings: Settings) -> None:
    """Show the page."""
    with sheet("claims", "Claims", "Everything the sources say, the contested first."):
        store = filled(settings)
        if store is None:
            return
        query = st.query_params.to_dict()
        narrowing, order, offset = read_narrowing(query), order_of(query), _offset(query)
        version = overview(store).data_version
        rollup = rollup_of(query)
        rolled = _rolled(store, settings, narrowing, rollup, order, offset, version)
        found = (
            rolled.page if rolled else _listed(store, settings, narrowing, order, offset, version)
        )
        shown = claims_page(found.rows, narrowing, order, _titles(store, narrowing))
        shown |= {"rollup": rollup, "rollups": dict(CHOICES), "cut": ""}
        if rolled:
            rows = rolled_rows(shown["rows"], rolled, rollup)
            shown |= {"rows": rows, "cut": caption(rolled)}
        paging = {
            "offset": offset,
            "next": found.next_offset,
            "before": bool(st.session_state.get(_BEFORE)) or offset > 0,
        }
        sheet_component(_NAME, shown | paging, _acted)
        if found.rows:
            _files(store, narrowing, order, version, rollup)


def _rolled(
    store: Store,
    settings: Settings,
    narrowing: Narrowing,
    rollup: str,
    order: tuple[str, bool],
    offset: int,
    version: str,
) -> RolledPage | None:
    if not rollup:
        return None
    graph = (str(settings.data), settings.neo4j_uri, settings.neo4j_database)
    return _kept_rolled(graph, version, narrowing_query(narrowing), rollup, order, offset, store)


@st.cache_data(show_spinner=False, max_entries=16)
def _kept_rolled(
    graph: tuple[str, str, str],  # noqa: ARG001 - with the version, which graph this is
    version: str,  # noqa: ARG001
    query: dict[str, str],
    rollup: str,
    order: tuple[str, bool],
    offset: int,
    _store: Store,
) -> RolledPage:
    sort, descending = order
    return rolled_claims(
        _store,
        read_narrowing(query),
        folded_by(rollup),
        sort,
        descending=descending,
        offset=offset,
        limit=PER_PAGE,
    )


def _listed(
    store: Store,
    settings: Settings,
    narrowing: Narrowing,
    order: tuple[str, bool],
    offset: int,
    version: str,
) -> ClaimPage:
    graph = (str(settings.data), settings.neo4j_uri, settings.neo4j_database)
    return _kept(graph, version, narrowing_query(narrowing), order, offset, store)


@st.cache_data(show_spinner=False, max_entries=64)
def _kept(
    graph: tuple[str, str, str],  # noqa: ARG001 - with the version, which graph this is
    version: str,  # noqa: ARG001
    query: dict[str, str],
    order: tuple[str, bool],
    offset: int,
    _store: Store,
) -> ClaimPage:
    """Ask once for each page of each version of the graph."""
    sort, descending = order
    return listed_claims(
        _store,
        read_narrowing(query),
        sort,
        descending=descending,
        offset=offset,
        limit=PER_PAGE,
    )


def _acted() -> None:
    """Do what the person asked: every choice is in the address."""
    act = sheet_act(_NAME)
    query = {key: str(value) for key, value in dict(act.get("query") or {}).items()}
    before: list[int] = st.session_state.get(_BEFORE, [])
    here = _offset(st.query_params.to_dict())
    offset = 0
    match act.get("kind"):
        case "next":
            st.session_state[_BEFORE] = [*before, here]
            offset = int(act.get("offset") or 0)
        case "back":
            *st.session_state[_BEFORE], offset = before or [0]
        case _:
            st.session_state.pop(_BEFORE, None)
    order = written_order(order_of(query))
    narrowing = narrowing_query(read_narrowing(query))
    written = narrowing | {"sort": order, "offset": str(offset or ""), "rollup": rollup_of(query)}
    st.query_params.from_dict({key: value for key, value in written.items() if value})


def _offset(query: dict[str, str]) -> int:
    text = query.get("offset", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST_OFFSET else 0


def _titles(store: Store, narrowing: Narrowing) -> dict[str, str]:
    if not narrowing.documents:
        return {}
    return {str(one.document.id): one.document.title for one in documents(store)}


def _files(
    store: Store, narrowing: Narrowing, order: tuple[str, bool], version: str, rollup: str
) -> None:
    """Offer all that is asked for as a file; it is written when it is asked for."""
    every = partial(_every, store, narrowing, order, rollup)
    with st.container(horizontal=True, key="claims-files"):
        st.download_button(
            "Download as CSV",
            lambda: as_csv(every()),
            file_name=file_name(narrowing, version, "csv"),
            mime="text/csv",
            on_click="ignore",
        )
        st.download_button(
            "Download as JSON",
            lambda: as_json(every(), version, narrowing, rollup),
            file_name=file_name(narrowing, version, "json"),
            mime="application/json",
            on_click="ignore",
        )
        st.caption(f"All that is asked for, at most {MOST:,} claims.")


def _every(
    store: Store, narrowing: Narrowing, order: tuple[str, bool], rollup: str
) -> Iterator[ListedClaim]:
    if rollup:
        sort, descending = order
        folded = folded_by(rollup)
        found = rolled_claims(store, narrowing, folded, sort, descending=descending, limit=MOST)
        yield from found.page.rows
        return
    offset: int | None = 0
    left = MOST
    while offset is not None and left > 0:
        limit = min(LONGEST_PAGE, left)
        page = listed_claims(
            store, narrowing, order[0], descending=order[1], offset=offset, limit=limit
        )
        yield from page.rows
        left -= len(page.rows)
        offset = page.next_offset
