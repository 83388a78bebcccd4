// Add to the number of claims of entities.
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n.degree = coalesce(n.degree, 0) + row.change
