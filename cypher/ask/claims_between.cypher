// Claims by their ids, between one subject and one object.
MATCH (s:Entity {id: $subject})-[r]->(o:Entity {id: $object})
WHERE r.id IN $ids
RETURN properties(r) AS claim
