"""One subgraph read by several clients: multiple sclerosis, its neighbours, the claims of all."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from graph.model.claim import Claim
from graph.model.subgraph import Subgraph
from tests.write.sample import MS

_NEAR: Final = f"""
MATCH (start:Entity {{id: '{MS}'}})--(other:Entity)
WITH start, collect(DISTINCT other) AS others
WITH others + start AS near
"""
AROUND: Final = f"{_NEAR} UNWIND near AS a MATCH (a)-[r]->(b:Entity) WHERE b IN near RETURN a, r, b"
# cypher-shell prints text: the same in two tables.
ENTITIES: Final = f"{_NEAR} UNWIND near AS a UNWIND labels(a) AS label RETURN a.id, a.name, label;"
CLAIMS: Final = f"""{_NEAR} UNWIND near AS a MATCH (a)-[r]->(b:Entity) WHERE b IN near
RETURN r.id, a.id, type(r), b.id, r.supports, r.refutes, r.papers, r.mentions, r.certainty;"""
TABLES: Final = (ENTITIES, CLAIMS)
_NUMBERS: Final = ("supports", "refutes", "papers", "mentions", "certainty")

Entities = frozenset[tuple[str, str, str]]
Claims = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Read:
    """What a client read: each entity with each of its labels, each claim with its numbers."""

    entities: Entities
    claims: Claims

    @classmethod
    def of(cls, entities: Iterable[Iterable[Any]], claims: Iterable[Iterable[Any]]) -> "Read":
        labelled = [(id_, name, label) for id_, name, label in entities]
        return cls(frozenset(labelled), frozenset(tuple(map(str, claim)) for claim in claims))

    @classmethod
    def from_json(cls, text: str) -> "Read":
        return cls.of(*json.loads(text))


def of_gutgraph(subgraph: Subgraph) -> Read:
    """What Gutgraph itself reads."""
    claims = [
        (one.id, *_ends(one.claim), *(getattr(one.counts, name) for name in _NUMBERS))
        for one in subgraph.claims
    ]
    labelled = [
        (e.id, e.name, label) for e in subgraph.entities for label in (e.category, "Entity")
    ]
    return Read.of(labelled, claims)


def _ends(claim: Claim) -> tuple[str, str, str]:
    return claim.subject, claim.predicate, claim.object


def print_by_driver(session: Any) -> None:
    """Print what a session of the neo4j driver reads."""
    _print(session.run(AROUND).graph())


def print_by_py2neo(graph: Any) -> None:
    """Print what a graph of py2neo reads."""
    _print(graph.run(AROUND).to_subgraph())


def _print(found: Any) -> None:
    """Print nodes and relationships, which both clients shape alike."""
    entities = [(node["id"], node["name"], label) for node in found.nodes for label in node.labels]
    claims = [
        (one["id"], *_walked(one), *(one[name] for name in _NUMBERS)) for one in found.relationships
    ]
    print(json.dumps([entities, claims]))  # noqa: T201 - the test reads it


def _walked(one: Any) -> tuple[str, str, str]:
    return one.start_node["id"], type(one).__name__, one.end_node["id"]
