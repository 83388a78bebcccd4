// Every edge with its ends and properties.
MATCH (a)-[r]->(b)
RETURN coalesce(a.id, a.sha256) AS start, type(r) AS type, coalesce(b.id, b.sha256) AS end,
  properties(r) AS props
