// The claims of some entities with few of them, as their subjects with all that is drawn, and as
// their objects with the drawn hubs, whose own claims are not walked. Left out: claims of which
// nothing that was said counts (titles, aims).
UNWIND $few AS id
MATCH (s:Entity {id: id})-[r]->(o:Entity)
WHERE o.id IN $ids
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN properties(r) AS claim
UNION ALL
UNWIND $beside_hubs AS id
MATCH (o:Entity {id: id})<-[r]-(s:Entity)
WHERE s.id IN $hubs
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN properties(r) AS claim
