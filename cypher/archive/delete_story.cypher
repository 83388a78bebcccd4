// Take a story away, and the signs that led to it.
MATCH (n:Story) WHERE n.id = $id OR n.moved_to = $id
DELETE n
