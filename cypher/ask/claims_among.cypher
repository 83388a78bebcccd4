// Every claim with both ends among some entities, unless nothing said of it counts (titles, aims).
MATCH (s:Entity) WHERE s.id IN $ids
MATCH (s)-[r]->(o:Entity) WHERE o.id IN $ids
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN properties(r) AS claim
