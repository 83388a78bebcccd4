// The claims that hubs have with larger hubs, unless nothing said of one counts.
UNWIND $smaller AS one
MATCH (s:Entity {id: one.id})-[r]-(o:Entity)
WHERE o.id IN one.larger
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN properties(r) AS claim
