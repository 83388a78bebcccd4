// The strongest claims of some entities, at most so many of each, as links of paths are ranked.
// One number to sort by: sorting a hub's claims by several is five times as slow.
// Equal ones are cut by the other's id, so that every engine cuts alike.
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Entity {id: id})-[r]-(m:Entity)
  WHERE m.id <> id AND (r.supports + size(coalesce(r.asserted_in, [])) > 0
    OR ($denied AND r.refutes + size(coalesce(r.denied_in, [])) > 0))
  WITH m, r, r.mentions + 1000000 * r.papers + 1000000000000
    * (CASE r.certainty WHEN 'asserted' THEN 3 WHEN 'suggested' THEN 2 WHEN 'proposed' THEN 1 ELSE 0 END
    + CASE r.agreement WHEN 'contested' THEN 0 ELSE 4 END
    + CASE WHEN r.supports + size(coalesce(r.asserted_in, [])) > 0 THEN 8 ELSE 0 END) AS score
  ORDER BY score DESC, m.id LIMIT $limit
  RETURN m.id AS other, m.degree AS degree,
    r.supports + size(coalesce(r.asserted_in, [])) > 0 AS stands, r.agreement AS agreement,
    r.certainty AS certainty, r.papers AS papers, r.mentions AS mentions
}
RETURN id, other, degree, stands, agreement, certainty, papers, mentions
ORDER BY id, stands DESC, agreement, certainty, papers DESC, mentions DESC, other
