"""The bare driver: the same nodes and edges as a load makes, in the fewest plain queries."""

from collections.abc import Iterator
from itertools import islice

import neo4j

from benchmarks.made import Made, entity

BATCH = 5000

CREATE_ENTITIES = "UNWIND $rows AS row CREATE (n:Entity:Gene) SET n = row"
DEFINE = """UNWIND $rows AS row MATCH (n:Entity {id: row.id}) MATCH (d:Document {id: 'made'})
CREATE (n)<-[:DEFINES {name: row.name}]-(d)"""
CREATE_EVIDENCE = """UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object})
MATCH (d:Document {id: 'made'})
CREATE (e:Evidence) SET e = row.evidence
CREATE (e)-[:SUBJECT]->(s) CREATE (e)-[:OBJECT]->(o) CREATE (e)-[:FOUND_IN]->(d)"""
MERGE_CLAIMS = """UNWIND $rows AS row
MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object})
MERGE (s)-[r:AFFECTS {id: row.claim}]->(o) SET r += row.counts"""

Rows = list[dict[str, object]]


def load(session: neo4j.Session, made: Made) -> None:
    """Write the made data in batches, one transaction a query."""
    session.run("CREATE (d:Document {id: 'made', title: 'Made data'})").consume()
    for rows in _parts(_entities(made)):
        _write(session, CREATE_ENTITIES, rows)
        _write(session, DEFINE, rows)
    for rows in _parts(_claims(made)):
        _write(session, CREATE_EVIDENCE, rows)
        _write(session, MERGE_CLAIMS, rows)


def _write(session: neo4j.Session, query: str, rows: Rows) -> None:
    session.execute_write(lambda tx: tx.run(query, rows=rows).consume())


def _entities(made: Made) -> Iterator[dict[str, object]]:
    for number in range(made.entities):
        one = entity(number)
        yield {
            "id": one.id,
            "name": one.name,
            "category": one.category,
            "search_text": one.name,
            "name_keys": one.name,
            "degree": 0,
            "defined_in": ["made"],
        }


def _claims(made: Made) -> Iterator[dict[str, object]]:
    for row, (subject, object_) in enumerate(made.pairs()):
        claim = f"{subject}~AFFECTS~{object_}"
        yield {
            "subject": subject,
            "object": object_,
            "claim": claim,
            "evidence": {
                "id": f"EV:{row}",
                "claim": claim,
                "document": "made",
                "stance": "supports",
                "certainty": "asserted",
                "status": "finding",
                "row_key": f"row {row}",
            },
            "counts": {"supports": 1, "refutes": 0, "papers": 0, "mentions": 1},
        }


def _parts(rows: Iterator[dict[str, object]]) -> Iterator[Rows]:
    while part := list(islice(rows, BATCH)):
        yield part
