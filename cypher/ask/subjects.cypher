// The entities that have claims.
MATCH (n:Entity) WHERE n.degree > 0
RETURN n.id AS id
