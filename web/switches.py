"""The legend of the page: what is drawn, and what was switched off in it and can be again."""

from collections.abc import Mapping
from typing import Any, Final

from figures.style import LegendEntry, legend, theme
from graph.model import vocabulary
from graph.model.evidence import CERTAINTIES
from graph.model.subgraph import Subgraph
from web.canvas.model import legend_rows
from web.picture import Picture
from web.view import View

Json = dict[str, Any]

_SWITCHED: Final = frozenset({"certainty", "compartment", "shape"})


def switches(view: View, shown: Picture) -> list[Json]:
    """The rows of the legend; those that a click switches have a `filter` and say if it is `on`."""
    look = theme(view.theme)
    drawn = legend(shown.subgraph, look, shown.snapshot.focus)
    seen = {(entry.group, entry.key): entry for entry in drawn}
    entries = [
        seen.get((entry.group, entry.key), entry)
        for entry in legend(_in_view(shown.whole, view), look, shown.snapshot.focus)
        if (entry.group, entry.key) in seen or not _on(entry, view, shown.whole)
    ]
    rows = legend_rows(tuple(entries))
    return [
        row | _switch(entry, view, shown.whole) for row, entry in zip(rows, entries, strict=True)
    ]


def _in_view(whole: Subgraph, view: View) -> Subgraph:
    away = set(view.without)
    left = {entity.id: entity for entity in whole.entities if entity.id not in away}
    return Subgraph.of(
        left.values(),
        (one for one in whole.claims if {one.claim.subject, one.claim.object} <= left.keys()),
    )


def _switch(entry: LegendEntry, view: View, whole: Subgraph) -> Json:
    if entry.group not in _SWITCHED:
        return {}
    return {"filter": _filter(entry, whole), "on": _on(entry, view, whole)}


def _filter(entry: LegendEntry, whole: Subgraph) -> Mapping[str, Any]:
    match entry.group:
        case "certainty":
            return {"name": "certainty", "value": entry.key}
        case "compartment":
            return {"name": "column", "value": entry.key}
        case _:
            return {"name": "categories", "value": _categories(entry, whole)}


def _on(entry: LegendEntry, view: View, whole: Subgraph) -> bool:
    match entry.group:
        case "certainty":
            return entry.key in (view.narrowing.certainties or CERTAINTIES)
        case "compartment":
            return entry.key not in view.closed
        case "shape":
            return not set(_categories(entry, whole)) <= set(view.narrowing.hidden_categories)
        case _:
            return True


def _categories(entry: LegendEntry, whole: Subgraph) -> list[str]:
    """The categories of a shape that occur in the view."""
    rows = vocabulary.categories()
    drawn = {entity.category for entity in whole.entities}
    return sorted(name for name in drawn if rows[name].family == entry.key)
