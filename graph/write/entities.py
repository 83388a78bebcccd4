"""Entities: created before their edges, named by the vocabulary or by their smallest document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Final

from graph.engine.cypher import cypher, with_label
from graph.engine.store import Transaction
from graph.model import known
from graph.model.entity import Definition, Entity
from graph.model.identity import EntityId
from graph.model.naming import name_keys, search_text
from graph.model.nearness import near_keys
from graph.model.properties import definition_properties, entity_from, entity_properties

Pair = tuple[str, str]

# Claims of an entity from which on it matters at which end an edge is looked for.
BUSY: Final = 100


@dataclass(frozen=True, slots=True)
class Ensured:
    """What is known of entities that are there now.

    Attributes:
        created: Those that were not there before.
        busy: By entity, how many claims it has; only those with many.

    """

    created: frozenset[str] = frozenset()
    busy: Mapping[str, int] = field(default_factory=dict)


def ensure(tx: Transaction, ids: Set[EntityId], definitions: Iterable[Definition]) -> Ensured:
    """Create the entities that are not there yet, as the definitions that come with them say.

    An entity that neither the vocabulary nor a definition knows is a `Concept` named by its id.
    """
    missing, crowded = _look_up(tx, ids)
    by_id: dict[EntityId, list[Definition]] = defaultdict(list)
    for one in sorted(definitions, key=lambda one: one.document):
        by_id[one.entity.id].append(one)
    by_category: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for id_ in missing:
        said = by_id.get(id_, [])
        entity = known.entities().get(id_) or (said[0].entity if said else _unknown(id_))
        documents = [one.document for one in said]
        props = {**_laid_out(entity), "defined_in": documents, "degree": 0}
        by_category[entity.category].append({"props": props, "definitions": [*map(_said, said)]})
    for category, rows in sorted(by_category.items()):
        tx.run(with_label(cypher("write/create_entities"), category), {"rows": rows})
    return Ensured(frozenset(missing), crowded)


def busy(tx: Transaction, ids: Set[EntityId]) -> dict[str, int]:
    """Find the entities with many claims among some, with how many those are."""
    return _look_up(tx, ids)[1]


def define(
    tx: Transaction, gone: Set[Pair], come: Mapping[Pair, Definition], created: Set[str]
) -> set[Pair]:
    """Take definitions away and add others; returns the pairs that are new.

    Args:
        tx: The transaction.
        gone: Pairs of document and entity that are defined no more, unless they come again.
        come: Definitions by document and entity; their entities are there.
        created: Entities that `ensure` has just made as `come` defines them.

    """
    if not gone and not come:
        return set()
    ids = {entity for _, entity in (*gone, *come)} - created
    before = _defined_in(tx, sorted(ids))
    if gone:
        tx.run(cypher("write/undefine"), {"rows": [_pair(*pair) for pair in sorted(gone)]})
    fresh = {
        pair: one
        for pair, one in come.items()
        if pair[1] not in created and (pair in gone or pair[0] not in before[pair[1]])
    }
    rows = [
        {**_pair(*pair), "props": definition_properties(one.entity)}
        for pair, one in sorted(fresh.items())
    ]
    if rows:
        tx.run(cypher("write/define"), {"rows": rows})
    after = {id_: set(of) for id_, of in before.items()}
    for document, entity in gone:
        after[entity].discard(document)
    for document, entity in fresh:
        after[entity].add(document)
    _name(tx, before, after, fresh, gone)
    return {*fresh, *(pair for pair in come if pair[1] in created)}


def sweep(tx: Transaction, candidates: Iterable[str]) -> int:
    """Delete the entities among some that nothing is connected to any more."""
    ids = sorted(set(candidates))
    return len(tx.run(cypher("write/sweep_entities"), {"ids": ids})) if ids else 0


def change_degrees(tx: Transaction, changes: Mapping[str, int]) -> None:
    """Keep the number of claims at hand on each entity."""
    rows = [{"id": id_, "change": by} for id_, by in sorted(changes.items()) if by]
    if rows:
        tx.run(cypher("write/change_degrees"), {"rows": rows})


def _look_up(tx: Transaction, ids: Iterable[EntityId]) -> tuple[list[EntityId], dict[str, int]]:
    """Name the entities that are missing, and those with many claims; of the others say nothing."""
    wanted = sorted(ids)
    values = {"ids": wanted, "busy": BUSY}
    rows = tx.run(cypher("write/look_up_entities"), values) if wanted else []
    found = {row["missing"]: row for row in rows}
    there = found.get(False, {"ids": [], "degrees": []})
    degrees = dict(zip(there["ids"], there["degrees"], strict=True))
    return found.get(True, {"ids": []})["ids"], degrees


def _defined_in(tx: Transaction, ids: list[str]) -> dict[str, set[str]]:
    rows = tx.run(cypher("write/defined_in"), {"ids": ids}) if ids else []
    return {row["id"]: set(row["defined_in"]) for row in rows}


def _name(
    tx: Transaction,
    before: Mapping[str, set[str]],
    after: Mapping[str, set[str]],
    fresh: Mapping[Pair, Definition],
    gone: Set[Pair],
) -> None:
    """Write `defined_in`, and the fields where the smallest document changed."""
    if not after:
        return
    winners = {id_: min(documents, default="") for id_, documents in after.items()}
    stale = {
        id_
        for id_, winner in winners.items()
        if id_ not in known.entities()
        and (winner != min(before[id_], default="") or (winner, id_) in gone)
    }
    stored = _stored(tx, [(winners[id_], id_) for id_ in sorted(stale)], fresh)
    rows = []
    for id_, documents in sorted(after.items()):
        props: dict[str, Any] = {"defined_in": sorted(documents)}
        if id_ in stale:
            props |= _laid_out(stored.get(id_) or _unknown(EntityId(id_)))
        rows.append({"id": id_, "props": props})
    tx.run(cypher("write/set_entities"), {"rows": rows})


def _stored(
    tx: Transaction, pairs: list[Pair], fresh: Mapping[Pair, Definition]
) -> dict[str, Entity]:
    """Find definitions, in the batch or, where another document wins now, on its edge."""
    found = {pair[1]: fresh[pair].entity for pair in pairs if pair in fresh}
    wanted = [_pair(*pair) for pair in pairs if pair not in fresh and pair[0]]
    rows = tx.run(cypher("write/definitions"), {"rows": wanted}) if wanted else []
    return found | {row["id"]: entity_from({**row["props"], "id": row["id"]}) for row in rows}


def _laid_out(entity: Entity) -> dict[str, Any]:
    return {
        **entity_properties(entity),
        "search_text": search_text(entity),
        "name_keys": name_keys(entity),
        "near_keys": near_keys((entity.name, *entity.synonyms)),
    }


def _said(one: Definition) -> dict[str, Any]:
    return {"document": one.document, "props": definition_properties(one.entity)}


def _unknown(id_: EntityId) -> Entity:
    return Entity(id=id_, name=id_)


def _pair(document: str, entity: str) -> dict[str, str]:
    return {"document": document, "entity": entity}
