// The entities that some documents mention.
UNWIND $documents AS document
MATCH (d:Document {id: document})-[:MENTIONS]->(n:Entity)
RETURN DISTINCT document, n.id AS id
LIMIT $limit
