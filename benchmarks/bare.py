"""The bare driver: the same nodes and edges as a load makes, in the fewest plain queries."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import neo4j

from benchmarks import plain
from benchmarks.graphs import Server, session
from benchmarks.made import DOCUMENT, Made

CREATE_DOCUMENT = "CREATE (d:Document) SET d = $props"
CREATE_ENTITIES = """UNWIND $rows AS row MATCH (d:Document {id: $document})
CREATE (n:Entity:Gene) SET n = row.props
CREATE (d)-[r:DEFINES]->(n) SET r = row.said"""
CREATE_EVIDENCE = """UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object})
MATCH (d:Document {id: $document})
CREATE (e:Evidence) SET e = row.evidence
CREATE (e)-[:SUBJECT]->(s) CREATE (e)-[:OBJECT]->(o) CREATE (e)-[:FOUND_IN]->(d)"""
MERGE_CLAIMS = """UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object})
MERGE (s)-[r:AFFECTS {id: row.claim}]->(o) SET r += row.counts"""


def load(where: Server, made: Made, size: int) -> Iterator[int]:
    """Write the made data, a transaction a batch; gives how many rows it has written so far.

    Entities and evidence are created, as all are known to be new; a claim may be stated twice,
    so it is merged.
    """
    with session(where) as bare:
        _write(bare, ((CREATE_DOCUMENT, {"props": plain.document(made)}),))
        written = 0
        for rows, queries in _batches(made, size):
            values = {"rows": rows, "document": DOCUMENT}
            _write(bare, [(query, values) for query in queries])
            written += len(rows)
            yield written


def _write(bare: neo4j.Session, queries: Iterable[tuple[str, dict[str, Any]]]) -> None:
    with bare.begin_transaction() as tx:
        for query, values in queries:
            tx.run(query, values).consume()
        tx.commit()


def _batches(made: Made, size: int) -> Iterator[tuple[list[plain.Row], tuple[str, ...]]]:
    for rows, queries in (
        (plain.entities(made), (CREATE_ENTITIES,)),
        (plain.claims(made), (CREATE_EVIDENCE, MERGE_CLAIMS)),
    ):
        while part := list(islice(rows, size)):
            yield part, queries
