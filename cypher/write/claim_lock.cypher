// Lock the edges of claims from their subjects, those that are there.
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})-[r:__TYPE__ {id: row.id}]->(:Entity {id: row.object})
SET r.lock = true
RETURN row.id AS id, r.asserted_in AS asserted_in, r.denied_in AS denied_in
