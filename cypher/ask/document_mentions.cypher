// Where a document names which entities.
MATCH (d:Document {id: $document})-[m:MENTIONS]->(n:Entity)
RETURN n.id AS id, m.starts AS starts, m.ends AS ends
