"""Saved queries on the Query page: chosen, filled in, asked; the address is all of it."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from graph.ask.entities import entities
from graph.ask.saved import SavedAnswer, ask_saved, every_saved, saved
from graph.ask.saved_file import SavedQuery
from graph.engine.store import Store
from graph.errors import GutgraphError, StoreUnavailable, UnknownQuery
from graph.model.identity import is_curie
from graph.settings import Settings
from web.canvas.component import sheet_act, sheet_component
from web.connection import console_gate
from web.pages.sheet import filled, sheet
from web.saved import answer, catalogue, form
from web.saved_files import as_csv, as_json

_NAME: Final = "saved"


def asked_for() -> str:
    """The saved query that the address names; "" for none."""
    return str(st.query_params.get(_NAME, ""))


def saved_query(settings: Settings) -> None:
    """Show the saved query that the address names, with its answer."""
    with sheet(_NAME):
        store = filled(settings)
        if store is None:
            return
        name = asked_for()
        try:
            query = saved(name)
        except UnknownQuery as error:
            sheet_component(_NAME, {"trouble": str(error)} | _every(), _acted)
            return
        _show(store, query, _given(query, st.query_params.to_dict()), settings)


def saved_list() -> None:
    """List the saved queries, each a link to its form."""
    sheet_component(_NAME, _every(), _acted)


def _show(store: Store, query: SavedQuery, given: Mapping[str, str], settings: Settings) -> None:
    found: SavedAnswer | None = None
    shown: dict[str, Any] = {}
    try:
        found = ask_saved(store, query.name, given, settings, gate=console_gate(settings))
        shown["answer"] = answer(found)
    except StoreUnavailable:
        raise
    except GutgraphError as error:
        shown["trouble"] = str(error)
    shown["form"] = form(query, given, _names(store, query, given, found))
    sheet_component(_NAME, shown, _acted)
    if found is not None and found.table.rows:
        _files(found)


def _names(
    store: Store, query: SavedQuery, given: Mapping[str, str], found: SavedAnswer | None
) -> dict[str, str]:
    """Name the entities of the form: as they were taken, or by the ids that are given."""
    if found is not None:
        return {one.parameter.name: one.name for one in found.values if one.name}
    ids = {
        one.name: given.get(one.name, one.default)
        for one in query.parameters
        if one.type == "entity"
    }
    known = entities(store, sorted({id_ for id_ in ids.values() if is_curie(id_)}))
    names = {str(id_): entity.name for id_, entity in known.items()}
    return {name: names[id_] for name, id_ in ids.items() if id_ in names}


def _files(found: SavedAnswer) -> None:
    name = f"gutgraph-{found.query.name.replace('_', '-')}"
    with st.container(horizontal=True, key="saved-files"):
        st.download_button(
            "Download as CSV",
            lambda: as_csv(found.table),
            file_name=f"{name}.csv",
            mime="text/csv",
            on_click="ignore",
        )
        st.download_button(
            "Download as JSON",
            lambda: as_json(found),
            file_name=f"{name}.json",
            mime="application/json",
            on_click="ignore",
        )


def _every() -> dict[str, Any]:
    return {"queries": catalogue(every_saved().values())}


def _given(query: SavedQuery, address: Mapping[str, str]) -> dict[str, str]:
    """The values that an address gives; what is no parameter is not asked."""
    names = {one.name for one in query.parameters}
    return {name: value for name, value in address.items() if name in names}


def _acted() -> None:
    """Put what was chosen or filled in into the address; a default needs no saying."""
    act = sheet_act(_NAME)
    name = str(act.get("name") or "")
    if name not in every_saved():
        st.query_params.clear()
        return
    query = every_saved()[name]
    given = _given(query, {key: str(value) for key, value in dict(act.get("set") or {}).items()})
    defaults = {one.name: one.default for one in query.parameters}
    said = {key: value for key, value in given.items() if value != defaults[key]}
    st.query_params.from_dict({_NAME: name} | said)
