"""Queries that the two engines may treat differently, and what each does with them.

The product stays clear of all of these; the table says to whoever writes Cypher what to expect.
An outcome is the value, or the class of error.
"""

from dataclasses import dataclass
from typing import Final

REFUSED: Final = "refused"
DONE: Final = "done"


@dataclass(frozen=True, slots=True)
class Probe:
    """A query, whether it is sent as a reading one, and its outcome on each engine.

    Attributes:
        then: A query that shows what the first one did; its outcome is compared.

    """

    what: str
    query: str
    arcadedb: str
    neo4j: str
    writes: bool = False
    then: str = ""


NODES: Final = """
CREATE (:Entity:Disease {id: 'a'})-[:CAUSES]->(:Entity {id: 'b'})-[:CAUSES]->(:Entity {id: 'c'})
"""
_PROBES: Final = "MATCH (n:Probe) RETURN count(n) AS n"

PROBES: Final = (
    Probe(
        "a write in a reading transaction of the writer",
        "CREATE (:Probe)",
        "[{'n': 1}]",
        "[{'n': 0}]",
        then=_PROBES,
    ),
    Probe(
        "explaining a schema change makes it",
        "EXPLAIN CREATE INDEX probe_x IF NOT EXISTS FOR (n:Probe) ON (n.x)",
        "[{'n': 1}]",
        "[{'n': 0}]",
        then="SHOW INDEXES YIELD properties WHERE properties = ['x'] RETURN count(*) AS n",
    ),
    Probe(
        "a TEXT index",
        "CREATE TEXT INDEX probe_t IF NOT EXISTS FOR (n:Probe) ON (n.t)",
        "[{'type': 'RANGE'}]",
        "[{'type': 'TEXT'}]",
        writes=True,
        then="SHOW INDEXES YIELD type, properties WHERE properties = ['t'] RETURN type",
    ),
    Probe(
        "a FULLTEXT index over Bolt",
        "CREATE FULLTEXT INDEX probe_f IF NOT EXISTS FOR (n:Probe) ON EACH [n.f]",
        REFUSED,
        DONE,
        writes=True,
    ),
    Probe(
        "a constraint that a property exists",
        "CREATE CONSTRAINT probe_c IF NOT EXISTS FOR (n:Mandatory) REQUIRE n.k IS NOT NULL",
        DONE,
        REFUSED,
        writes=True,
    ),
    Probe(
        "the order of labels",
        "MATCH (n:Entity {id: 'a'}) RETURN labels(n) AS labels",
        "[{'labels': ['Disease', 'Entity']}]",
        "[{'labels': ['Entity', 'Disease']}]",
    ),
    Probe(
        "the order of a map's keys",
        "RETURN keys({b: 1, a: 2}) AS keys",
        "[{'keys': ['b', 'a']}]",
        "[{'keys': ['a', 'b']}]",
    ),
    Probe(
        "a label by expression in WHERE",
        "MATCH (n) WHERE n:$('Disease') RETURN count(n) AS n",
        "[{'n': 3}]",
        REFUSED,
    ),
    Probe(
        "SHORTEST",
        "MATCH p = SHORTEST 1 (:Entity {id: 'a'})-[]-+(:Entity {id: 'c'}) RETURN length(p) AS n",
        REFUSED,
        "[{'n': 2}]",
    ),
    Probe(
        "a list of mixed types as a property",
        "MATCH (n:Entity {id: 'c'}) SET n.m = [1, 'a'] RETURN n.m AS m",
        "[{'m': [1, 'a']}]",
        REFUSED,
        writes=True,
    ),
    Probe(
        "null in a list as a property",
        "MATCH (n:Entity {id: 'c'}) SET n.m = [null] RETURN n.m AS m",
        "[{'m': [None]}]",
        REFUSED,
        writes=True,
    ),
    Probe("the sum of a list", "RETURN sum([]) AS n", "[{'n': 0}]", REFUSED),
    Probe(
        "a list of procedures",
        "SHOW PROCEDURES YIELD name RETURN count(*) > 0 AS some",
        "[{'some': False}]",
        "[{'some': True}]",
    ),
    Probe("a list of users", "SHOW USERS YIELD user RETURN count(*) AS n", REFUSED, "[{'n': 1}]"),
    Probe(
        "a label that no node has any more",
        "MATCH (n) DETACH DELETE n",
        "[{'n': True}]",
        "[{'n': False}]",
        writes=True,
        then="CALL db.labels() YIELD label WITH collect(label) AS all RETURN 'Disease' IN all AS n",
    ),
    # And what is the same, though one might think not.
    Probe("LOAD CSV from a file", "LOAD CSV FROM 'file:///x.csv' AS l RETURN l", REFUSED, REFUSED),
    Probe(
        "LOAD CSV from an address",
        "LOAD CSV FROM 'http://[::1]:1/' AS l RETURN l",
        REFUSED,
        REFUSED,
    ),
    Probe("DELETE of a connected node", "MATCH (n {id: 'a'}) DELETE n", REFUSED, REFUSED, True),
    Probe("a map as a property", "CREATE (:Probe {m: {a: 1}})", REFUSED, REFUSED, True),
    Probe("a second node of an id", "CREATE (:Entity {id: 'a'})", REFUSED, REFUSED, True),
    Probe("division by zero", "RETURN 1 / 0 AS n", REFUSED, REFUSED),
    Probe("letters beyond 16 bits", "RETURN size('a👍') AS n", "[{'n': 2}]", "[{'n': 2}]"),
    Probe(
        "shortestPath",
        "MATCH p = shortestPath((:Entity {id: 'a'})-[*..4]-({id: 'c'})) RETURN length(p) AS n",
        "[{'n': 2}]",
        "[{'n': 2}]",
    ),
    Probe(
        "a repeated pattern",
        "MATCH (:Entity {id: 'a'}) (()-[:CAUSES]->(n)){2} RETURN [x IN n | x.id] AS ids",
        "[{'ids': ['b', 'c']}]",
        "[{'ids': ['b', 'c']}]",
    ),
    Probe(
        "order of values of several kinds",
        "UNWIND [3, null, 'a', 1.5, true] AS x WITH x ORDER BY x RETURN collect(x) AS all",
        "[{'all': ['a', True, 1.5, 3]}]",
        "[{'all': ['a', True, 1.5, 3]}]",
    ),
)
