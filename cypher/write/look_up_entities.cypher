// Of some entities, name those that are missing, and those with many claims; say how many.
UNWIND $ids AS id
OPTIONAL MATCH (n:Entity {id: id})
WITH id, n.degree AS degree, n IS NULL AS missing
WHERE missing OR degree > $busy
RETURN missing, collect(id) AS ids, collect(degree) AS degrees
