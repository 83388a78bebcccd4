// Write evidence that is there anew, with its edges.
UNWIND $rows AS row
MATCH (e:Evidence {id: row.id})
MATCH (d:Document {id: row.document})
MATCH (s:Entity {id: row.subject})
MATCH (o:Entity {id: row.object})
SET e = row.props
CREATE (e)-[:FOUND_IN]->(d)
CREATE (e)-[:SUBJECT]->(s)
CREATE (e)-[:OBJECT]->(o)
