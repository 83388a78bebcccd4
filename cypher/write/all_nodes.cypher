// Every node with its properties; an entity's category is a property too.
MATCH (n)
RETURN CASE WHEN n:Entity THEN 'Entity' ELSE head(labels(n)) END AS kind, properties(n) AS props
