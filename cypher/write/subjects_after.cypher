// A page of entities in the order of their ids.
MATCH (n:Entity) WHERE n.id > $after
RETURN n.id AS id ORDER BY n.id LIMIT $limit
