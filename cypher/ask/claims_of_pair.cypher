// The claims between two entities, in either direction.
MATCH (s:Entity {id: $subject})-[r]-(o:Entity {id: $object})
RETURN DISTINCT r.id AS id ORDER BY id LIMIT $limit
