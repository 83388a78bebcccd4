"""Folding on the canvas: the acts that fold and open, and where what is folded stands."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from statistics import fmean
from typing import Any, Final

from figures.plane import Point
from graph.ask.hierarchy import above
from graph.ask.rollup import BY_PARENT, BY_RANK, asked_for, rolled_up
from graph.ask.spoken import Spoken
from graph.engine.store import Store
from graph.model.identity import EntityId, parse_claim_id
from graph.model.rollup import Rolled, stand_ins
from graph.model.subgraph import Subgraph
from graph.model.taxonomy import RANKS, taxa
from web.places import Plan
from web.view import View

ACTS: Final = frozenset({"fold", "unfold", "rank", "by_parent"})
# Boxes of a scale of 1 whose centres are nearer than this, across and down, would touch.
_ACROSS: Final = 180.0
_DOWN: Final = 58.0


def folded(act: Mapping[str, Any], view: View, store: Store) -> View:
    """Fold or open: one entity (`id`), all taxa into a rank (`name`), or the rest into parents.

    Args:
        act: `fold` and `unfold` with the id of the parent; `rank` with the name of a rank, ""
            for none; `by_parent` with `on`.
        view: What is on the canvas.
        store: Asked what is above the entities of the view.

    """
    id_ = str(act.get("id", ""))
    match act.get("kind"):
        case "fold":
            return replace(view, folded=tuple(dict.fromkeys((*view.folded, id_))), focus=id_)
        case "unfold":
            return _refocused(replace(view, folded=_opened(id_, view, store)))
        case "rank":
            name = str(act.get("name", ""))
            others = tuple(one for one in view.folded if not _of_taxa(one))
            rank = (f"{BY_RANK}{name}",) if name in RANKS else ()
            return _refocused(replace(view, folded=(*others, *rank)))
        case _:
            taxonomic = tuple(one for one in view.folded if _of_taxa(one))
            parents = (BY_PARENT,) if act.get("on") else ()
            return _refocused(replace(view, folded=(*taxonomic, *parents)))


def behind(ids: Collection[str], view: View, store: Store) -> tuple[str, ...]:
    """Name the entities of a view that some of the drawn stand for; the others stand for one."""
    if not view.folded:
        return tuple(ids)
    into = _into(view, store)
    asked = set(ids)
    inside = tuple(one for one in view.drawn if into.get(EntityId(one), one) in asked)
    return inside or tuple(ids)


def rolled(store: Store, whole: Subgraph, view: View) -> Rolled:
    """Fold what is drawn of a view; what was put away is in no fold, and stays beside it."""
    if not view.folded:
        return Rolled(whole)
    away = set(view.without)
    there = Subgraph.of(
        (one for one in whole.entities if one.id not in away),
        (one for one in whole.claims if not {one.claim.subject, one.claim.object} & away),
        {id_: number for id_, number in whole.hidden.items() if id_ not in away},
    )
    found = rolled_up(store, there, view.folded)
    drawn = {entity.id for entity in found.subgraph.entities}
    apart = [one for one in whole.entities if one.id in away and one.id not in drawn]
    complete = Subgraph.of(
        (*found.subgraph.entities, *apart), found.subgraph.claims, found.subgraph.hidden
    )
    return replace(found, subgraph=complete)


def shown_of(view: View, found: Rolled) -> View:
    """The view with the parents drawn that stand for others, put away or not."""
    return replace(view, without=tuple(id_ for id_ in view.without if id_ not in found.inside))


def told_of(told: Spoken, found: Rolled) -> Spoken:
    """The documents of claims that were merged: those of each claim inside."""
    merged: dict[str, set[str]] = {
        id_: {document for one in claims for document in told.documents.get(one, ())}
        for id_, claims in found.merged.items()
    }
    return Spoken({**told.documents, **merged}, told.titles)


def standing(view: View, plan: Plan, found: Rolled) -> dict[EntityId, Point]:
    """Where everything drawn stands: a fold in the midst of what is inside it.

    Where another box is there already, it takes the nearest place of those inside. One that a
    person moved stays where it was put.
    """
    inside = {one for members in found.inside.values() for one in members}
    points = {id_: point for id_, point in plan.points.items() if id_ not in inside}
    pinned = {id_: Point(x + plan.shift, y) for id_, x, y in view.pinned}
    # Those with few inside first: they have the fewest places to choose from.
    for parent, members in sorted(found.inside.items(), key=lambda one: (len(one[1]), one[0])):
        places = [plan.points[one] for one in members if one in plan.points]
        points[parent] = pinned.get(parent) or _free(places, points.values(), plan.frame.scale)
    return points


def _free(places: list[Point], taken: Iterable[Point], scale: float) -> Point:
    stands = list(taken)
    middle = Point(
        round(fmean(point.x for point in places), 1), round(fmean(point.y for point in places), 1)
    )
    nearest = sorted(places, key=lambda at: (abs(at.x - middle.x) + abs(at.y - middle.y), at.y))
    across, down = _ACROSS * scale, _DOWN * scale
    for place in (middle, *nearest):
        if not any(abs(at.x - place.x) < across and abs(at.y - place.y) < down for at in stands):
            return place
    return nearest[0]


def _opened(id_: str, view: View, store: Store) -> tuple[str, ...]:
    """Open one; ranks become the ids that they stand for, without it."""
    if not _ranked(view):
        return tuple(one for one in view.folded if one != id_)
    hierarchy = above(store, view.ids)
    asked = asked_for(hierarchy, view.ids, view.folded)
    used = set(stand_ins(view.ids, hierarchy, asked).values())
    return tuple(sorted(used - {id_}))


def _refocused(view: View) -> View:
    """Let go of what is chosen where it may be no longer there."""
    try:
        subject, _, object_, _ = parse_claim_id(view.focus)
    except ValueError:
        return view if view.focus in view.ids else replace(view, focus="")
    return view if {subject, object_} <= set(view.ids) else replace(view, focus="")


def _ranked(view: View) -> bool:
    return any(one.startswith(BY_RANK) for one in view.folded)


def _into(view: View, store: Store) -> dict[EntityId, EntityId]:
    hierarchy = above(store, view.drawn)
    return stand_ins(view.drawn, hierarchy, asked_for(hierarchy, view.drawn, view.folded))


def _of_taxa(one: str) -> bool:
    return one in taxa() or one.removeprefix(BY_RANK) in RANKS
