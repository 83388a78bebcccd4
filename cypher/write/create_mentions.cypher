// Say where documents name entities.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (n:Entity {id: row.entity})
CREATE (d)-[:MENTIONS {starts: row.starts, ends: row.ends}]->(n)
