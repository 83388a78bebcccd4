// How many claims that count an entity has with some others, from their side.
UNWIND $drawn AS id
MATCH (m:Entity {id: id})-[r]-(n:Entity)
WHERE n.id = $id
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN count(r) AS claims
