// How many entities some entities share a claim with.
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[]-(m:Entity)
WHERE m.id <> id
RETURN id, count(DISTINCT m.id) AS neighbours
