// Of some entities, name those that are missing (no degree) and those with many claims.
UNWIND $ids AS id
OPTIONAL MATCH (n:Entity {id: id})
WITH id, n WHERE n IS NULL OR n.degree > $busy
RETURN id, n.degree AS degree
