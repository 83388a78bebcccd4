// The stories that are drawn from a snapshot, or from one that has become it.
MATCH (s:Snapshot) WHERE s.id = $snapshot OR s.moved_to = $snapshot
WITH collect(s.id) AS ids
MATCH (n:Story) WHERE n.moved_to IS NULL AND n.snapshot IN ids
RETURN n.id AS id, n.title AS title ORDER BY n.id
