"""The Claims page: a table of claims, narrowed, sorted and paged by the address; and as a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, Self

import streamlit as st

from graph.ask.answers import Overview
from graph.ask.claim_table import ClaimTable
from graph.ask.listed_claim import LONGEST_PAGE, ListedClaim, Sheet
from graph.ask.listing import stated
from graph.ask.overview import overview
from graph.ask.rolled_listing import RolledClaims, rolled_claims
from graph.ask.sources import documents
from graph.engine.store import Store
from graph.model.identity import is_curie
from graph.model.narrowing import Narrowing
from graph.settings import Settings
from web.canvas.component import sheet_act, sheet_component
from web.claims import PER_PAGE, as_csv, as_json, claims_page, file_name, order_of, written_order
from web.narrowing import narrowing_query, read_narrowing
from web.pages.about_one import about, choose_one
from web.pages.reading_claims import graph_of, table_of
from web.pages.sheet import filled, sheet
from web.rolled_claims import folded_by, rolled_page, rollup_of

MOST: Final = 50_000  # claims of a download
_NAME: Final = "claims"
_LONGEST_OFFSET: Final = 9  # digits


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for.

    Attributes:
        entity: Whose claims; "" for those of all.
        rollup: What they are folded by, see `web.rolled_claims`; "" for nothing.

    """

    narrowing: Narrowing
    order: tuple[str, bool]
    offset: int = 0
    entity: str = ""
    rollup: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """Read an address; what is malformed takes its default."""
        entity = query.get("entity", "")
        offset = query.get("offset", "")
        whole = offset.isascii() and offset.isdigit() and len(offset) < _LONGEST_OFFSET
        return cls(
            read_narrowing(query),
            order_of(query),
            int(offset) if whole else 0,
            entity if is_curie(entity) else "",
            rollup_of(query),
        )

    def query(self) -> dict[str, str]:
        """Write it for an address, shortest form."""
        more = {
            "entity": self.entity,
            "sort": written_order(self.order),
            "offset": str(self.offset or ""),
            "rollup": self.rollup,
        }
        written = narrowing_query(self.narrowing) | more
        return {key: value for key, value in written.items() if value}

    def sheet(self, offset: int, limit: int) -> Sheet:
        """A page in the order asked for."""
        return Sheet(*self.order, offset, limit)


def claims(settings: Settings) -> None:
    """Show the page."""
    with sheet("claims", "Claims", "Everything the sources say, the contested first."):
        store = filled(settings)
        if store is None:
            return
        asked = Asked.read(st.query_params.to_dict())
        numbers = overview(store)
        if numbers.claims > settings.listed_claims and not asked.entity:
            choose_one(store, numbers.claims, settings.listed_claims)
            return
        table = table_of(store, settings, numbers, asked.entity)
        if table is not None:
            _show(store, settings, numbers, asked, table)


def _whole(asked: Asked) -> str:
    """What a folded table depends on: neither the order nor the page."""
    return str((asked.narrowing, asked.entity, asked.rollup))


def _show(
    store: Store, settings: Settings, numbers: Overview, asked: Asked, table: ClaimTable
) -> None:
    spoken = _stated(graph_of(settings), numbers.state, asked.narrowing.documents, store)
    found = table.narrowed(asked.narrowing, spoken)
    rolled = None
    if asked.rollup:
        rolled = _rolled(graph_of(settings), numbers.state, asked, found, store)
    total = len(found) if rolled is None else len(rolled.rows)
    last = max(0, total - 1) // PER_PAGE * PER_PAGE
    wanted = asked.sheet(min(asked.offset, last), PER_PAGE)
    page = found.page(wanted) if rolled is None else rolled.page(wanted)
    shown = claims_page(page, asked.narrowing, asked.order, _titles(store, asked.narrowing))
    shown |= rolled_page(shown["rows"], rolled, asked.rollup)
    sheet_component(_NAME, shown | about(store, asked.entity), _acted)
    if page.rows:
        _files(found, rolled, asked, numbers.data_version)


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs={Asked: _whole})
def _rolled(
    graph: tuple[str, str, str],  # noqa: ARG001 - with the state, which graph this is
    state: str,  # noqa: ARG001
    asked: Asked,
    _found: ClaimTable,
    _store: Store,
) -> RolledClaims:
    """Fold once for each state of the graph and what is asked of it."""
    return rolled_claims(_store, _found, folded_by(asked.rollup))


@st.cache_resource(show_spinner=False, max_entries=4)
def _stated(
    graph: tuple[str, str, str],  # noqa: ARG001 - with the state, which graph this is
    state: str,  # noqa: ARG001
    documents: tuple[str, ...],
    _store: Store,
) -> frozenset[str]:
    """Ask once for each state of the graph what documents state."""
    return stated(_store, Narrowing(documents=documents))


def _acted() -> None:
    """Do what the person asked: every choice is in the address."""
    act = sheet_act(_NAME)
    query = {key: str(value) for key, value in dict(act.get("query") or {}).items()}
    offset = str(act.get("offset") or "") if act.get("kind") == "page" else ""
    st.query_params.from_dict(Asked.read(query | {"offset": offset}).query())


def _titles(store: Store, narrowing: Narrowing) -> dict[str, str]:
    if not narrowing.documents:
        return {}
    return {str(one.document.id): one.document.title for one in documents(store)}


def _files(found: ClaimTable, rolled: RolledClaims | None, asked: Asked, version: str) -> None:
    """Offer all that is asked for as a file; it is written when it is asked for."""
    every = partial(_every, found, asked) if rolled is None else partial(_folded, rolled, asked)
    with st.container(horizontal=True, key="claims-files"):
        st.download_button(
            "Download as CSV",
            lambda: as_csv(every()),
            file_name=file_name(asked.narrowing, version, "csv"),
            mime="text/csv",
            on_click="ignore",
        )
        st.download_button(
            "Download as JSON",
            lambda: as_json(every(), version, asked.narrowing, asked.rollup),
            file_name=file_name(asked.narrowing, version, "json"),
            mime="application/json",
            on_click="ignore",
        )
        st.caption(f"All that is asked for, at most {MOST:,} claims.")


def _folded(rolled: RolledClaims, asked: Asked) -> Iterator[ListedClaim]:
    yield from rolled.page(asked.sheet(0, LONGEST_PAGE)).rows


def _every(found: ClaimTable, asked: Asked) -> Iterator[ListedClaim]:
    for offset in range(0, min(len(found), MOST), LONGEST_PAGE):
        yield from found.page(asked.sheet(offset, min(LONGEST_PAGE, MOST - offset))).rows
