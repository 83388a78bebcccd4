"""The Claims page about one entity: it is named where a graph has more claims than a table."""

from typing import Any, Final

import streamlit as st

from graph.ask.entities import entities
from graph.ask.search import search
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.model import vocabulary
from graph.model.entity import Entity
from web.leads import page_link
from web.markup import Markup, element, name_of
from web.words import amount, capital

_HITS: Final = 12


def choose_one(store: Store, claims: int, most: int) -> None:
    """Ask for an entity, and lead to its claims.

    Args:
        store: The graph.
        claims: How many it has.
        most: How many the table holds.

    """
    said = (
        f"This graph has {amount(claims, 'claim')}; the table holds {most:,} at most "
        "(GUTGRAPH_LISTED_CLAIMS). Name an entity, and its claims are listed."
    )
    st.html(element("p", said, class_="note"))
    text = st.text_input("Claims of", placeholder="Name or id", key="claims-of")
    found = search(store, text, _HITS) if text.strip() else suggestions(store, _HITS)
    if not found:
        st.html(element("p", "Nothing is called that.", class_="quiet"))
    st.html(element("ul", *(_lead(hit.entity, hit.claims) for hit in found), class_="leads"))


def about(store: Store, entity: str) -> dict[str, Any]:
    """Say whose claims are listed; the name is "" where they are everybody's."""
    if not entity:
        return {"about": {"id": "", "name": ""}}
    found = entities(store, [entity])
    name = capital(found[entity].name) if entity in found else entity
    return {"about": {"id": entity, "name": name}}


def _lead(entity: Entity, claims: int) -> Markup:
    label = vocabulary.categories()[entity.category].label
    return element(
        "li",
        element(
            "a", name_of(capital(entity.name)), href=page_link("claims", {"entity": entity.id})
        ),
        element("span", f" {label} · {amount(claims, 'claim')}", class_="quiet"),
    )
