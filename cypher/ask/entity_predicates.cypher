// How many claims of each kind an entity has.
MATCH (n:Entity {id: $id})-[r]-(:Entity)
RETURN type(r) AS predicate, count(DISTINCT r.id) AS number ORDER BY number DESC, predicate
