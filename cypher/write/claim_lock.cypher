// Lock the edges of claims from their subjects, creating those that are missing.
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})
MATCH (o:Entity {id: row.object})
MERGE (s)-[r:__TYPE__ {id: row.id}]->(o)
SET r.lock = true
RETURN row.id AS id, r.asserted_in AS asserted_in, r.denied_in AS denied_in,
  r.agreement IS NULL AS fresh
