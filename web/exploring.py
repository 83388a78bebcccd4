"""An act on the Explore page, and all that is shown then: for the page and for its route."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlencode

from graph.ask.answers import Overview
from graph.ask.overview import overview
from graph.ask.starting import starting_view
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.errors import GutgraphError, StoreError, TooLarge
from graph.settings import Settings
from web.acts import apply
from web.history import History
from web.hub import question
from web.keeping import address_of, view_of
from web.leads import table_instead
from web.offering import formats, parts
from web.picture import picture
from web.reviewing import offered, reviewed
from web.screen import screen
from web.view import View
from web.visit import Visit

Json = dict[str, Any]

STARTING_ENTITIES: Final = 42
SUGGESTIONS: Final = 8

# Acts that change nothing: the page is told what the route did, the canvas wants all of it again.
_FOLLOWED: Final = "follow"
LOOK: Final = "look"
_NOTHING: Final = frozenset({LOOK, _FOLLOWED})
_KNOWN: Final = ("visit", "number", "turn", "title", "theme")  # is enough for a canvas that drew
_OF_A_FRAME: Final = frozenset({"focus", *_NOTHING})  # a frame is looked at


def arrived(
    visit: Visit,
    query: Mapping[str, str],
    seen: Mapping[str, str],
    store: Store,
    settings: Settings,
    *,
    embed: bool,
    theme: str = "",
) -> None:
    """Go to the view of an address where the browser was led there by somebody else than us.

    Args:
        visit: Whose view it is.
        query: Where the browser is.
        seen: The address that its page last saw.
        store: Asked for a start, where no address tells one.
        settings: Where views are kept.
        embed: Shown in a frame of another page.
        theme: The one that another page chose; "" where none did.

    Raises:
        GutgraphError: The address names a view that is not kept in this data folder.

    """
    with visit.lock:
        had = visit.view
        if {"ids", "view"} & query.keys() and not (had and visit.knows(query, seen)):
            view = view_of(query, settings.data)
            if had is not None:
                visit.history = visit.history.changed(had, view)
        elif had is not None and had.steps:
            view = replace(had, theme=theme or had.theme)
        else:
            view = replace(View.read(query), steps=_start(store).steps)
        view = replace(view, embed=embed)
        if view != had:
            visit.view, visit.shown = view, {}


def told(visit: Visit, act: Mapping[str, Any], store: Store, settings: Settings) -> Json:
    """Do what a page was told; where the canvas shows it already, its number is enough.

    Raises:
        GutgraphError: What is asked for cannot be drawn.
        StoreError: The store did not answer.

    """
    with visit.lock:
        if act.get("kind") == _FOLLOWED and visit.shown:
            return {name: visit.shown[name] for name in _KNOWN}
        number = int(act.get("number", visit.done + 1))
        return done(visit, act, number, store, settings)


def done(
    visit: Visit, act: Mapping[str, Any], number: int, store: Store, settings: Settings
) -> Json:
    """Do an act, unless it was done, and put together all that the page shows then.

    Args:
        visit: On whose view; nothing of it changes where this raises.
        act: `kind` and its values, see `web.acts`; empty to do nothing.
        number: Of the act; one that was done is not done again.
        store: The graph.
        settings: The limits.

    Raises:
        GutgraphError: What is asked for cannot be drawn.
        StoreError: The store did not answer.

    """
    with visit.lock:
        if visit.shown and (act.get("kind") == LOOK or number <= visit.done):
            return visit.shown
        if not act or act.get("kind") in _NOTHING or number <= visit.done:
            act, number = {}, visit.done
        return _done(visit, act, number, store, settings)


def _done(
    visit: Visit, act: Mapping[str, Any], number: int, store: Store, settings: Settings
) -> Json:
    before = visit.view or _start(store)
    view, history, refused = _acted(act, before, visit, store, settings)
    numbers = overview(store)  # after the act: a verdict changes the data version
    if not numbers.entities:
        return {}
    documents = visit.documents or act.get("kind") == "documents"
    data, address = _screen(visit, view, numbers, store, settings, documents, str(refused or ""))
    data["panel"]["reviewing"] = offered(
        own=visit.own and not view.embed, refused=act if refused else None
    )
    data |= {"can_undo": len(history.past), "can_redo": len(history.future)}
    data |= {"query": address, "address": address, "search": urlencode(address)}
    data |= {"visit": visit.id, "number": number, "turn": visit.turn + 1}
    data |= {"neighbours": settings.neighbours}
    begun = act.get("kind") == "restart"
    data |= {"opened": None if begun else visit.opened}
    allowed = visit.own and not view.embed
    data |= {"keeping": {"allowed": allowed, "formats": formats(), "parts": parts()}}
    asks = act.get("kind") == "ask"
    hub = question(store, str(act.get("id")), view, settings) if asks else None
    lead = table_instead(store, act, view) if isinstance(refused, TooLarge) else None
    visit.view, visit.history, visit.done, visit.documents = view, history, number, documents
    visit.turn += 1
    visit.anew = visit.anew or begun
    visit.shown = data | {"hub": None, "lead": None}
    visit.issue(address)
    return data | {"hub": hub, "lead": lead}


def _screen(
    visit: Visit,
    view: View,
    numbers: Overview,
    store: Store,
    settings: Settings,
    documents: bool,
    trouble: str,
) -> tuple[Json, dict[str, str]]:
    memory = visit.remember(numbers.state)
    shown = picture(store, view, memory, documents=documents)
    address = address_of(view, shown.plan, settings.data)
    starts = memory.once("suggestions", SUGGESTIONS, lambda: suggestions(store, SUGGESTIONS))
    return screen(store, view, shown, numbers, starts, trouble), address


def _start(store: Store) -> View:
    start = starting_view(store, STARTING_ENTITIES)
    return View(steps=(tuple(entity.id for entity in start.entities),))


def _acted(
    act: Mapping[str, Any], view: View, visit: Visit, store: Store, settings: Settings
) -> tuple[View, History, Exception | None]:
    """Do what the person asked; what cannot be done is handed back, and the view stays."""
    history = visit.history
    if view.embed and act.get("kind") not in _OF_A_FRAME:
        return view, history, None
    match act.get("kind"):
        case "undo" | "redo" as way:
            history, then = history.undone(view) if way == "undo" else history.redone(view)
            return replace(then, embed=view.embed), history, None
        case "restart":
            start = replace(_start(store), embed=view.embed)
            return start, history.changed(view, start), None
    try:
        reviewed(act, settings, own=visit.own and not view.embed)
        then = apply(act, view, store, settings)
    except StoreError:
        raise
    except (GutgraphError, ValueError, KeyError, TypeError) as error:
        return view, history, error
    return then, history.changed(view, then), None
