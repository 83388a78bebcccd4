"""The bare driver: the same nodes and edges as a load makes, in the fewest plain queries."""

from collections.abc import Iterator
from itertools import islice

import neo4j

from benchmarks import plain
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


def load(session: neo4j.Session, made: Made, size: int) -> Iterator[int]:
    """Write the made data, a transaction a batch; gives how many rows it has written so far.

    Entities and evidence are created, as all are known to be new; a claim may be stated twice,
    so it is merged.
    """
    with session.begin_transaction() as tx:
        tx.run(CREATE_DOCUMENT, props=plain.document(made)).consume()
        tx.commit()
    written = 0
    for rows, queries in _batches(made, size):
        with session.begin_transaction() as tx:
            for query in queries:
                tx.run(query, rows=rows, document=DOCUMENT).consume()
            tx.commit()
        written += len(rows)
        yield written


def _batches(made: Made, size: int) -> Iterator[tuple[list[plain.Row], tuple[str, ...]]]:
    for rows, queries in (
        (plain.entities(made), (CREATE_ENTITIES,)),
        (plain.claims(made), (CREATE_EVIDENCE, MERGE_CLAIMS)),
    ):
        while part := list(islice(rows, size)):
            yield part, queries
