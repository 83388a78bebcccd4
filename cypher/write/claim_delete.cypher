// Delete claims from their subjects.
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})-[r:__TYPE__ {id: row.id}]->(:Entity {id: row.object})
DELETE r
