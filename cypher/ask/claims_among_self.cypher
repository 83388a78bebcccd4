// The claims of entities about themselves, unless nothing said of one counts.
UNWIND $ids AS id
MATCH (s:Entity {id: id})-[r]->(s)
WHERE r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN properties(r) AS claim
