// The neighbours of some entities, a row for each claim that counts: most papers first,
// then most statements, then by id.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
CALL (n) {
  MATCH (n)-[r:__TYPES__]-(m:Entity)
  WHERE r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
    AND (size($categories) = 0 OR m.category IN $categories)
  WITH m.id AS neighbour, r.papers + r.refuting_papers AS papers,
    r.supports + r.refutes + r.mentions AS statements
  ORDER BY papers DESC, statements DESC, neighbour LIMIT $rows
  RETURN neighbour, papers, statements
}
RETURN id, neighbour, papers, statements
ORDER BY id, papers DESC, statements DESC, neighbour
