"""The Explore page as plain data for its component."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from graph.ask.answers import Overview, SearchHit
from graph.ask.entity import known
from graph.ask.evidence import of_claim, of_claims
from graph.engine.store import Store
from graph.errors import NotFound
from graph.model import vocabulary
from graph.model.subgraph import Subgraph
from web.canvas.exploded import exploded_claims, exploded_legend
from web.canvas.model import vis_model
from web.filters import filter_rows, years_and_papers
from web.folds import badged, beside, folded_panel, folding_data
from web.panel import Panel, claim_panel, entity_panel, words_panel
from web.picture import Picture
from web.switches import switches
from web.view import View
from web.words import amount, capital

Json = dict[str, Any]

KNOWN_CLAIMS: Final = 200
_IDS_NAMED: Final = 3


def screen(
    store: Store,
    view: View,
    shown: Picture,
    numbers: Overview,
    suggestions: Iterable[SearchHit],
    trouble: str = "",
) -> Json:
    """Put together what the component shows.

    Args:
        trouble: Words about an act that could not be done, shown in place of the notice.

    """
    model = badged(vis_model(shown.drawing, shown.subgraph), shown.rolled)
    opened = _exploded(store, view, shown)
    return model | {
        "focus": view.focus,
        "origin": shown.origin,
        "legend": [*switches(view, shown), *exploded_legend(opened, shown.drawing.theme)],
        "filters": filter_rows(shown.whole, view, shown.spoken),
        "documents": shown.told,
        "spans": years_and_papers(shown.whole, view),
        "hidden": _hidden_rows(shown.whole, view),
        "pinned": [pin[0] for pin in view.pinned],
        "growers": sorted(set(view.grown) & set(view.drawn)),
        "exploded": opened,
        "theme": view.theme,
        "layout": view.layout,
        "embed": view.embed,
        "missing": list(shown.missing),
        "panel": folded_panel(store, view, shown) or beside(panel(store, view), store, shown),
        "folding": folding_data(view, shown),
        "suggestions": [hit_row(hit) for hit in suggestions],
        "overview": _overview(numbers),
        "notice": trouble or _notice(shown, numbers),
        "troubled": bool(trouble),
        "title": title(view, shown),
        "signature": _signature(model),
    }


def panel(store: Store, view: View) -> Panel:
    """The panel of what is chosen; of nothing, how to begin."""
    try:
        if "~" in view.focus:
            return _claim_panel(store, view.focus, exploded=view.focus in view.exploded)
        if view.focus:
            return entity_panel(known(store, view.focus, KNOWN_CLAIMS))
    except NotFound as error:
        return words_panel("Not in this graph", [str(error)])
    return words_panel(
        "Choose something",
        [
            "Click an entity to read what is known of it, or a line to read who says so and who "
            "disagrees.",
            "Double click an entity, or choose it and press Grow, to add its neighbours.",
            "Search with / and show everything with f.",
        ],
    )


def title(view: View, shown: Picture) -> str:
    """A title for a figure of this view, to begin with."""
    names: dict[str, str] = {entity.id: entity.name for entity in shown.subgraph.entities}
    if view.focus in names:
        return f"Around {names[view.focus]}"
    for claim in shown.subgraph.claims:
        if claim.id == view.focus:
            return capital(shown.subgraph.sentence(claim))
    return "The gut barrier in multiple sclerosis"


def hit_row(hit: SearchHit) -> Json:
    """A line of the search list."""
    return {
        "id": hit.entity.id,
        "name": hit.entity.name,
        "matched": hit.matched,
        "how": hit.how,
        "kind": vocabulary.categories()[hit.entity.category].label,
        "claims": hit.claims,
    }


def _claim_panel(store: Store, id_: str, *, exploded: bool) -> Panel:
    opened = of_claim(store, id_)
    opposite = opened.opposite
    against = of_claim(store, opposite.id) if opposite else None
    return claim_panel(opened, against, exploded=exploded)


def _exploded(store: Store, view: View, shown: Picture) -> list[Json]:
    """The claims that are opened, of those that are drawn, with their evidence."""
    drawn = {str(claim.id) for claim in shown.subgraph.claims}
    claims = [id_ for id_ in view.exploded if id_ in drawn]
    statements = of_claims(store, claims) if claims else ()
    return exploded_claims(shown.drawing, shown.subgraph, claims, statements)


def _hidden_rows(whole: Subgraph, view: View) -> list[Json]:
    """What was put away, to be had again."""
    names = {str(entity.id): entity.name for entity in whole.entities}
    return [{"id": id_, "name": names.get(id_, id_)} for id_ in view.put_aside]


def _some(ids: Sequence[str]) -> str:
    more = len(ids) - _IDS_NAMED
    return ", ".join(ids[:_IDS_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _overview(numbers: Overview) -> Json:
    return {
        "entities": numbers.entities,
        "claims": numbers.claims,
        "version": numbers.data_version[:8],
    }


def _notice(shown: Picture, numbers: Overview) -> str:
    words = [f"{len(shown.subgraph.entities)} of {amount(numbers.entities, 'entity', 'entities')}"]
    if shown.missing:
        words = [f"Not in this graph: {_some(shown.missing)}", *words]
    return " · ".join([*words, "double click grows"])


def _signature(model: Json) -> str:
    drawn = json.dumps([model["nodes"], model["edges"]], sort_keys=True)
    return hashlib.sha256(drawn.encode()).hexdigest()[:16]
