"""The schema: constraints and indexes, made on the empty database from one place."""

import re
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.engine.upgrade import bring_up_to_date
from graph.errors import StoreRejected

_FILES: Final = ("schema/constraints", "schema/indexes", "schema/fulltext")
_ON: Final = re.compile(r"FOR \(n:(\w+)\) (REQUIRE|ON|ON EACH) [(\[]?n\.(\w+)")


def prepare(store: Store) -> None:
    """Make every constraint and index that is missing; doing it again changes nothing.

    A graph made by an older version is brought up to date by this: its entities get what this one
    looks them up by.

    Raises:
        StoreRejected: The login may not change the schema, or data breaks a constraint.

    """
    for statement in _statements(store):
        try:
            with store.transaction() as transaction:
                transaction.run(statement)
        except StoreRejected as error:
            raise StoreRejected(
                f"The schema of the graph at {store.address} cannot be brought up to date: "
                f"{error} {_way_out(statement)}"
            ) from error
    bring_up_to_date(store)


def missing(store: Store) -> tuple[str, ...]:
    """Name what `prepare` would make, as `Label.property`: all is there in a graph up to date."""
    held = {
        (label, name): row["owningConstraint"] is not None
        for row in store.read("SHOW INDEXES")
        for label in row["labelsOrTypes"] or ()
        for name in row["properties"] or ()
    }
    found = (_ON.search(statement) for statement in _statements(store))
    wanted = [(one[1], one[3], one[2] == "REQUIRE") for one in found if one is not None]
    return tuple(
        f"{label}.{name}"
        for label, name, constrained in wanted
        if (label, name) not in held or (constrained and not held[label, name])
    )


def _way_out(statement: str) -> str:
    found = _ON.search(statement)
    if found is None or found[2] != "REQUIRE":
        return f"The statement was: {statement}"
    twice = f"MATCH (n:{found[1]}) WITH n.{found[3]} AS {found[3]}, count(*) AS n WHERE n > 1"
    return f'To see what is there twice: gutgraph query "{twice} RETURN {found[3]}, n"'


def _statements(store: Store) -> list[str]:
    return [one for name in _FILES for one in statements(cypher(name, store.engine))]


def statements(text: str) -> list[str]:
    """Split a file of statements, each ended by `;`."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
    parts = (part.strip() for part in "\n".join(lines).split(";"))
    return [part for part in parts if part]
