"""The one entity that a person means by a CURIE or a name."""

from graph.ask.entities import entities, nearest
from graph.ask.search import search
from graph.engine.store import Store
from graph.errors import NotFound
from graph.model.entity import Entity

_LOOKED_AT = 20


def meant(store: Store, text: str) -> Entity:
    """Find the entity with an id, else the only one that a text is a name or synonym of.

    Raises:
        NotFound: None is, or several are; the nearest are named.

    """
    by_id = entities(store, [text])
    if text in by_id:
        return by_id[text]
    exact = [hit.entity for hit in search(store, text, _LOOKED_AT) if hit.how == "exact"]
    by_name = [one for one in exact if one.name.casefold() == text.strip().casefold()] or exact
    if len(by_name) == 1:
        return by_name[0]
    named = [f"{one.id} ({one.name})" for one in by_name] or nearest(store, text)
    what = f"One entity named {text!r} alone" if by_name else f"Entity {text!r}"
    raise NotFound(what, named)
