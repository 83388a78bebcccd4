// Delete the entities that nothing is connected to, and say which they were.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE NOT EXISTS { (n)--() }
WITH id, n
DELETE n
RETURN id
