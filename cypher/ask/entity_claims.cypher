// The claims of an entity: most papers first, then most statements, then by id.
MATCH (n:Entity {id: $id})-[r]-(:Entity)
WITH DISTINCT r
ORDER BY r.papers + r.refuting_papers DESC, r.supports + r.refutes + r.mentions DESC, r.id
LIMIT $limit
RETURN properties(r) AS claim
