// The claims that some entities with few of them have with any of some others, both ways. Left out:
// claims of which nothing that was said counts (titles, aims).
UNWIND $new AS id
MATCH (s:Entity {id: id})-[r]->(o:Entity)
WHERE o.id IN $ids
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN properties(r) AS claim
UNION ALL
UNWIND $new AS id
MATCH (o:Entity {id: id})<-[r]-(s:Entity)
WHERE s.id IN $ids
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN properties(r) AS claim
