// How many entities some entities share a claim with that counts.
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]-(m:Entity)
WHERE m <> n
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN id, count(DISTINCT m) AS neighbours
