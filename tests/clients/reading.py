"""One subgraph read by several clients: multiple sclerosis, its neighbours, the claims of all."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from graph.model.subgraph import Subgraph
from tests.write.sample import MS

# What nothing counts for (a title, an aim) is in the graph and in no picture of it.
_COUNTS: Final = (
    "{0}.supports + {0}.refutes + size(coalesce({0}.asserted_in, []))"
    " + size(coalesce({0}.denied_in, [])) > 0"
)
_NEAR: Final = f"""
MATCH (start:Entity {{id: '{MS}'}})-[s]-(other:Entity) WHERE {_COUNTS.format("s")}
WITH start, collect(DISTINCT other) AS others
WITH others + start AS near
"""
_WALK: Final = (
    f"UNWIND near AS a MATCH (a)-[r]->(b:Entity) WHERE b IN near AND {_COUNTS.format('r')}"
)
AROUND: Final = f"{_NEAR} {_WALK} RETURN a, r, b"
# cypher-shell prints text: the same in two tables.
TABLES: Final = f"""
{_NEAR} UNWIND near AS a UNWIND labels(a) AS label RETURN a.id, a.name, label;
{_NEAR} {_WALK}
RETURN r.id, a.id, type(r), b.id, r.supports, r.refutes, r.papers, r.mentions, r.certainty;
"""
_NUMBERS: Final = ("supports", "refutes", "papers", "mentions", "certainty")


@dataclass(frozen=True)
class Read:
    """What a client read: each entity with each of its labels, each claim with its numbers."""

    entities: frozenset[tuple[str, ...]]
    claims: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, entities: Iterable[Iterable[Any]], claims: Iterable[Iterable[Any]]) -> "Read":
        return cls(_texts(entities), _texts(claims))

    @classmethod
    def from_json(cls, text: str) -> "Read":
        return cls.of(*json.loads(text))

    @classmethod
    def from_tables(cls, rows: Iterable[list[str]]) -> "Read":
        """Read the rows of both tables, with their headings."""
        listed = [row for row in rows if row[0] not in {"a.id", "r.id"}]
        widths = (3, 4 + len(_NUMBERS))
        return cls.of(*([row for row in listed if len(row) == width] for width in widths))


def of_gutgraph(subgraph: Subgraph) -> Read:
    """What Gutgraph itself reads."""
    labelled = [
        (e.id, e.name, label) for e in subgraph.entities for label in (e.category, "Entity")
    ]
    claims = []
    for one in subgraph.claims:
        ends = (one.claim.subject, one.claim.predicate, one.claim.object)
        claims.append((one.id, *ends, *(getattr(one.counts, name) for name in _NUMBERS)))
    return Read.of(labelled, claims)


def print_by_driver(session: Any) -> None:
    """Print what a session of the neo4j driver reads."""
    _print(session.run(AROUND).graph())


def print_by_py2neo(graph: Any) -> None:
    """Print what a graph of py2neo reads."""
    _print(graph.run(AROUND).to_subgraph())


def _print(found: Any) -> None:
    """Print nodes and relationships, which both clients shape alike."""
    labelled = [(node["id"], node["name"], label) for node in found.nodes for label in node.labels]
    claims = []
    for one in found.relationships:
        ends = (one.start_node["id"], type(one).__name__, one.end_node["id"])
        claims.append((one["id"], *ends, *(one[name] for name in _NUMBERS)))
    print(json.dumps([labelled, claims]))  # noqa: T201 - the test reads it


def _texts(rows: Iterable[Iterable[Any]]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(str, row)) for row in rows)
