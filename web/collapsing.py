"""Collapse: take away what the growth of an entity brought and nothing else holds. Pure."""

from collections.abc import Iterable

from graph.model.subgraph import CountedClaim
from web.address import each_step
from web.view import View


def collapsed(view: View, id_: str, claims: Iterable[CountedClaim]) -> View:
    """Take the growth of an entity back.

    An entity is held, and stays, when a person pinned it, or when another entity that grew and
    stays is its neighbour. What grew out of the entities that go, goes with them.

    Args:
        claims: All claims among the entities of the view.

    """
    near: dict[str, set[str]] = {}
    for one in claims:
        near.setdefault(one.claim.subject, set()).add(one.claim.object)
        near.setdefault(one.claim.object, set()).add(one.claim.subject)
    drawn = set(view.drawn)
    pinned = {pin[0] for pin in view.pinned}
    going: set[str] = set()
    asked = [id_]
    while asked:
        grower = asked.pop()
        brought = {
            one for ids, by in each_step(view.steps, view.grown) if by == grower for one in ids
        }
        holders = set(view.grown) & drawn - going - {id_, grower, *brought}
        new = {
            one
            for one in brought & drawn - going - pinned
            if not near.get(one, set()) & holders - {one}
        }
        going |= new
        asked += sorted(new & set(view.grown))
    return view.without_entities(going)
