// The documents that define, mention or speak of an entity.
MATCH (n:Entity {id: $id})<-[:DEFINES|MENTIONS]-(d:Document)
RETURN DISTINCT d.id AS document
UNION
MATCH (n:Entity {id: $id})<-[:SUBJECT|OBJECT]-(:Evidence)-[:FOUND_IN]->(d:Document)
RETURN DISTINCT d.id AS document
