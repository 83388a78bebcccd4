// The neighbours of some entities: most papers first, then most statements, then by id.
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]-(m:Entity)
WHERE m.id <> id
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
WITH id, m.id AS neighbour, max(r.papers + r.refuting_papers) AS papers,
  sum(r.supports + r.refutes + r.mentions) AS statements
ORDER BY id, papers DESC, statements DESC, neighbour
RETURN id, collect(neighbour)[0..$limit] AS neighbours
