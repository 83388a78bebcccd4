"""What the Explore page shows of folds: badges, the control, and the panels of what is folded."""

from collections.abc import Sequence
from typing import Any, Final

from graph.ask.answers import ClaimEvidence
from graph.ask.evidence import of_claims
from graph.ask.hierarchy import above
from graph.ask.rollup import BY_PARENT, BY_RANK, named
from graph.engine.store import Store
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.rollup import Rolled
from graph.model.subgraph import CountedClaim, Subgraph
from graph.model.taxonomy import RANKS, taxa
from web.links import curie_address
from web.panel import Panel, claim_panel
from web.picture import Picture
from web.view import View
from web.words import amount, capital, weight

Json = dict[str, Any]

_PARENTS: Final = 8  # that an entity is offered to be folded into


def folding_data(view: View, shown: Picture) -> Json:
    """What the control says: the ranks that the view has taxa below, and what is chosen."""
    table = taxa()
    ids = [entity.id for entity in shown.unfolded.entities]
    ranked = [rank for rank in RANKS if rank != "kingdom"] if set(ids) & table.keys() else []
    chosen = next((one for one in view.folded if one.removeprefix(BY_RANK) in RANKS), "")
    some = any(one in table for one in view.folded)
    diseases = sum(entity.category == "Disease" for entity in shown.unfolded.entities)
    kinds = any(one.claim.predicate == "SUBCLASS_OF" for one in shown.unfolded.claims)
    return {
        "ranks": ranked,
        "rank": chosen.removeprefix(BY_RANK) or ("some" if some else ""),
        "parents": kinds or diseases > 1 or BY_PARENT in view.folded,
        "by_parent": BY_PARENT in view.folded,
        "inside": {id_: len(members) for id_, members in shown.rolled.inside.items()},
    }


def badged(model: Json, found: Rolled) -> Json:
    """Say of each node how many are inside."""
    for node in model["nodes"]:
        node["inside"] = len(found.inside.get(node["id"], ()))
    return model


def folded_panel(store: Store, view: View, shown: Picture) -> Panel | None:
    """The panel of a fold, or of a claim that is made from several; None for anything else."""
    found = shown.rolled
    for id_ in found.inside:
        if id_ == view.focus:
            return _fold(found.subgraph.entity(id_), shown)
    drawn = {str(one.id): one for one in found.subgraph.claims}
    if view.focus in drawn and view.focus in set(map(str, found.merged)):
        return _merged(store, drawn[view.focus], shown)
    return None


def beside(panel: Panel, store: Store, shown: Picture) -> Panel:
    """Add to the panel of an entity what it can be folded into, or which fold it is in."""
    if panel["kind"] != "entity":
        return panel
    id_ = panel["id"]
    fold = next((up for up, inside in shown.rolled.inside.items() if id_ in inside), None)
    if fold is not None:
        return panel | {
            "fold": {"id": fold, "name": capital(shown.rolled.subgraph.entity(fold).name)}
        }
    up = above(store, [id_]).above(id_)[:_PARENTS]
    names = named(store, up) if up else {}
    offered = [names[EntityId(one)] for one in up if one in names]
    return panel | {"parents": [_offer(entity) for entity in offered]}


def _offer(entity: Entity) -> Json:
    return {"id": entity.id, "name": capital(entity.name), "rank": _rank(entity.id)}


def _rank(id_: str) -> str:
    table = taxa()
    return table[id_].rank if id_ in table else ""


def _fold(entity: Entity, shown: Picture) -> Panel:
    found = shown.rolled
    members = found.inside[entity.id]
    within = found.within.get(entity.id, 0)
    return {
        "kind": "fold",
        "id": entity.id,
        "name": capital(entity.name),
        "category": " · ".join(
            part
            for part in (vocabulary.categories()[entity.category].label, _rank(entity.id))
            if part
        ),
        "address": curie_address(entity.id),
        "within": f"{amount(within, 'claim')} among them not drawn" if within else "",
        "claims": [
            _said(one, found.subgraph)
            for one in found.subgraph.claims
            if entity.id in {one.claim.subject, one.claim.object}
        ],
        "inside": [_member(shown.unfolded.entity(one), shown) for one in members],
    }


def _member(entity: Entity, shown: Picture) -> Json:
    claims = [
        one for one in shown.unfolded.claims if entity.id in {one.claim.subject, one.claim.object}
    ]
    return {
        "id": entity.id,
        "name": capital(entity.name),
        "claims": [_said(one, shown.unfolded) for one in claims],
    }


def _said(one: CountedClaim, subgraph: Subgraph) -> Json:
    return {
        "id": one.id,
        "sentence": capital(subgraph.sentence(one)),
        "weight": weight(one),
        "agreement": "" if one.counts.agreement == "one-sided" else one.counts.agreement,
        "denied": one.refuted_only,
    }


def _merged(store: Store, counted: CountedClaim, shown: Picture) -> Panel:
    """The panel of a merged claim: the statements of all inside, and those by themselves."""
    found = shown.rolled
    against = counted.claim.opposite
    opposite = next(
        (one for one in found.subgraph.claims if against and one.id == against.id), None
    )
    opened = _opened(store, counted, found)
    panel = claim_panel(opened, _opened(store, opposite, found) if opposite else None)
    members = {*found.merged[counted.claim.id]}
    return panel | {
        "statements": 0,  # its evidence is drawn between the entities inside
        "made_of": [
            _said(one, shown.unfolded) for one in shown.unfolded.claims if one.id in members
        ],
    }


def _opened(store: Store, counted: CountedClaim, found: Rolled) -> ClaimEvidence:
    ids: Sequence[str] = found.merged.get(counted.claim.id, (counted.claim.id,))
    return ClaimEvidence(
        counted,
        found.subgraph.entity(counted.claim.subject),
        found.subgraph.entity(counted.claim.object),
        of_claims(store, ids),
    )
