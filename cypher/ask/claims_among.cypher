// Every claim with both ends among some entities.
MATCH (s:Entity) WHERE s.id IN $ids
MATCH (s)-[r]->(o:Entity) WHERE o.id IN $ids
RETURN properties(r) AS claim
