// Take a snapshot away, and the signs that led to it.
MATCH (n:Snapshot) WHERE n.id = $id OR n.moved_to = $id
DELETE n
