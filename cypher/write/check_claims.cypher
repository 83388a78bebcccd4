// A page of entities with the claims they are subjects of, and how many claims they have.
MATCH (s:Entity) WHERE s.id > $after
WITH s ORDER BY s.id LIMIT $limit
RETURN s.id AS id, coalesce(s.degree, 0) AS degree,
  [(s)-[r]->(o:Entity) | {subject: s.id, type: type(r), object: o.id, props: properties(r)}] AS claims,
  size([(s)-[r]->(o:Entity) | r.id]) + size([(s)<-[r]-(o:Entity) WHERE o.id <> s.id | r.id]) AS ends
ORDER BY id
