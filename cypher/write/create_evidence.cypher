// Create evidence with its edges.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (s:Entity {id: row.subject})
MATCH (o:Entity {id: row.object})
CREATE (e:Evidence) SET e = row.props
CREATE (e)-[:FOUND_IN]->(d)
CREATE (e)-[:SUBJECT]->(s)
CREATE (e)-[:OBJECT]->(o)
