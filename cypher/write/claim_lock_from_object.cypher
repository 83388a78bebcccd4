// Lock the edges of claims from their objects, those that are there.
UNWIND $rows AS row
MATCH (o:Entity {id: row.object})<-[r:__TYPE__ {id: row.id}]-(:Entity {id: row.subject})
SET r.lock = true
RETURN row.id AS id, r.asserted_in AS asserted_in, r.denied_in AS denied_in
