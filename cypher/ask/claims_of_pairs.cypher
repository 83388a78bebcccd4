// The claims between the two of each pair that count; a pair's first has the fewer claims.
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair.few})-[r]-(b:Entity {id: pair.many})
WHERE r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN DISTINCT properties(r) AS claim
