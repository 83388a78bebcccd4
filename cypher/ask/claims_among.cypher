// Every claim among some entities, unless nothing said of it counts (titles, aims). The largest hub
// is left out of the starts: what it shares with the others is found from their side.
MATCH (x:Entity) WHERE x.id IN $ids
WITH collect(x) AS drawn
UNWIND $starts AS id
MATCH (s:Entity {id: id})-[r]-(o:Entity) WHERE o IN drawn
  AND (o.id >= id OR o.id IN $left_out)
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN properties(r) AS claim
