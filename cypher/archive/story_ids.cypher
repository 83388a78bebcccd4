// The stories whose ids begin so.
MATCH (n:Story) WHERE n.id STARTS WITH $prefix
RETURN n.id AS id ORDER BY n.id LIMIT $limit
