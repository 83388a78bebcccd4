"""The schema: constraints and indexes, made on the empty database from one place."""

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.engine.upgrade import bring_up_to_date


def prepare(store: Store) -> None:
    """Make every constraint and index that is missing; doing it again changes nothing.

    Entities that an earlier version wrote get what this one looks them up by.

    Raises:
        StoreRejected: The login may not change the schema, or data breaks a constraint.

    """
    for name in ("schema/constraints", "schema/indexes", "schema/fulltext"):
        for statement in statements(cypher(name, store.engine)):
            with store.transaction() as transaction:
                transaction.run(statement)
    bring_up_to_date(store)


def statements(text: str) -> list[str]:
    """Split a file of statements, each ended by `;`."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
    parts = (part.strip() for part in "\n".join(lines).split(";"))
    return [part for part in parts if part]
