// The claims of an entity that count, by relation type, direction and category of the neighbour.
MATCH (n:Entity {id: $id})-[r]-(m:Entity)
WHERE r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN type(r) AS predicate, startNode(r) = n AS out, m.category AS category, count(*) AS claims
