"""The Explore page: the view in the address, acts on it, and what they show."""

from collections.abc import Mapping
from typing import Any, Final

from graph.ask.overview import overview
from graph.ask.starting import starting_view
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.errors import GutgraphError, StoreError, TooLarge
from graph.settings import Settings
from web import visit
from web.acts import apply
from web.canvas.component import explore_component, last_act
from web.connection import reader
from web.hub import question
from web.keeping import address_of
from web.leads import table_instead
from web.offering import formats
from web.opened import let_go, opened_snapshot
from web.pages.closed import empty, undrawable, unreachable
from web.pages.frame import dressed
from web.picture import picture
from web.reviewing import offered, reviewed
from web.screen import screen
from web.view import View

STARTING_ENTITIES: Final = 42
SUGGESTIONS: Final = 8


def explore(settings: Settings, *, own: bool = False) -> None:
    """Show the page, or say why it cannot be shown and what to do.

    Args:
        own: This dashboard is its user's own, and may write.

    """
    try:
        store = reader(settings)
        numbers = overview(store)
        if not numbers.entities:
            empty(settings)
            return
        opened = opened_snapshot(store)
        before = visit.present(lambda: _start(store), settings.data)
        act = visit.act()
        view, refused = _acted(act, before, store, settings, own=own)
        if act.get("kind") == "review":
            numbers = overview(store)  # a verdict changes the data version
        memory = visit.memory(numbers.state)
        shown = picture(store, view, memory, documents=visit.lists_documents(act))
        address = address_of(view, shown.plan, settings.data)
        visit.remember(view, address)
        starts = memory.once("suggestions", SUGGESTIONS, lambda: suggestions(store, SUGGESTIONS))
        data = screen(store, view, shown, numbers, starts, str(refused or ""))
        asks = act.get("kind") == "ask"
        hub = question(store, str(act.get("id")), view, settings) if asks else None
    except StoreError as error:
        unreachable(error)
        return
    except GutgraphError as error:
        undrawable(error, visit.start_again)
        return
    data |= {"hub": hub, "neighbours": settings.neighbours}
    data["lead"] = table_instead(store, act, view) if isinstance(refused, TooLarge) else None
    data["panel"]["reviewing"] = offered(
        own=own and not view.embed, refused=act if refused else None
    )
    data["opened"] = opened if act.get("kind") != "restart" else None
    data["keeping"] = {"allowed": own and not view.embed, "formats": formats()}
    travel = visit.history()
    data |= {"can_undo": len(travel.past), "can_redo": len(travel.future)}
    data |= {"query": address, "address": address}
    dressed(view.theme, data["title"])
    explore_component(data, lambda: visit.note(last_act()))


def _start(store: Store) -> View:
    start = starting_view(store, STARTING_ENTITIES)
    return View(steps=(tuple(entity.id for entity in start.entities),))


def _acted(
    act: Mapping[str, Any], view: View, store: Store, settings: Settings, *, own: bool
) -> tuple[View, Exception | None]:
    """Do what the person asked; what cannot be done is handed back, and the view stays."""
    kind = str(act.get("kind", ""))
    if kind in {"undo", "redo"}:
        return visit.travelled(kind, view), None
    if kind == "restart":
        let_go()
        start = _start(store)
        visit.changed(view, start)
        return start, None
    try:
        reviewed(act, settings, own=own and not view.embed)
        acted = apply(act, view, store, settings)
    except StoreError:
        raise
    except (GutgraphError, ValueError, KeyError, TypeError) as error:
        return view, error
    visit.changed(view, acted)
    return acted, None
