// How the gut barrier leads to demyelination, in at most three steps
MATCH p = (a:Entity)-[*1..3]-(b:Entity)
WHERE a.compartment = 'barrier' AND b.id IN ['HP:0007305', 'MONDO:0002562', 'MONDO:0005301']
  AND all(n IN nodes(p) WHERE n:Entity)
RETURN [n IN nodes(p) | n.name] AS steps, [r IN relationships(p) | type(r)] AS claims,
  [r IN relationships(p) | r.certainty] AS certainties
ORDER BY size(steps), steps, claims, certainties LIMIT 50
