// Everything around a leaky gut, as a graph
MATCH (a:Entity {id: 'GUT:leaky-gut'})-[r]-(b:Entity)
RETURN a, r, b
ORDER BY r.papers DESC, r.id LIMIT 40
