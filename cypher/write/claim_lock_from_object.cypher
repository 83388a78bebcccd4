// Lock the edges of claims from their objects, creating those that are missing.
UNWIND $rows AS row
MATCH (o:Entity {id: row.object})
MATCH (s:Entity {id: row.subject})
MERGE (o)<-[r:__TYPE__ {id: row.id}]-(s)
SET r.lock = true
RETURN row.id AS id, r.asserted_in AS asserted_in, r.denied_in AS denied_in,
  r.agreement IS NULL AS fresh
