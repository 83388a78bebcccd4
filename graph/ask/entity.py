"""What is known of an entity: its claims, its neighbours, the documents that brought it."""

from graph.ask.answers import EntityKnown
from graph.ask.entities import entities, require_entities
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.properties import claim_from


def known(store: Store, id_: str, limit: int) -> EntityKnown:
    """Open an entity: its best supported claims, at most `limit`, and how many there are.

    Raises:
        NotFound: It is not in the graph; the nearest names are given.

    """
    entity = require_entities(store, [id_])[id_]
    by_predicate = store.read(cypher("ask/entity_predicates"), {"id": id_})
    rows = store.read(cypher("ask/entity_claims"), {"id": id_, "limit": limit})
    claims = tuple(claim_from(row["claim"]) for row in rows)
    ends = {end for one in claims for end in (one.claim.subject, one.claim.object)} - {entity.id}
    neighbours = entities(store, ends)
    documents = store.read(cypher("ask/entity_documents"), {"id": id_})
    return EntityKnown(
        entity,
        claims,
        tuple(neighbours[key] for key in sorted(neighbours)),
        {row["predicate"]: row["number"] for row in by_predicate},
        sum(row["number"] for row in by_predicate),
        tuple(sorted({row["document"] for row in documents})),
    )
