// The entities that a document mentions or defines.
MATCH (d:Document {id: $document})-[:MENTIONS|DEFINES]->(n:Entity)
RETURN DISTINCT n.id AS id
