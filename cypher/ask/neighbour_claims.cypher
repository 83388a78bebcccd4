// The claims of an entity that count, with the neighbour of each: most papers first, then most
// statements, then by the claim's id; those behind a place in that order.
MATCH (n:Entity {id: $id})-[r:__TYPES__]-(m:Entity)
WHERE m <> n
  AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
  AND (size($categories) = 0 OR m.category IN $categories)
WITH r, m, r.papers + r.refuting_papers AS papers, r.supports + r.refutes + r.mentions AS statements
WHERE papers < $papers
  OR (papers = $papers AND statements < $statements)
  OR (papers = $papers AND statements = $statements AND r.id > $claim)
WITH r, m, papers, statements, r.id AS id
ORDER BY papers DESC, statements DESC, id LIMIT $limit
RETURN properties(r) AS claim, m.id AS neighbour, m.name AS name, m.category AS category,
  papers, statements
ORDER BY papers DESC, statements DESC, id
