// The entities that some documents define.
UNWIND $documents AS document
MATCH (d:Document {id: document})-[:DEFINES]->(n:Entity)
RETURN document, n.id AS id
LIMIT $limit
