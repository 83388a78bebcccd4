// The snapshots whose ids begin so, and where each is now.
MATCH (n:Snapshot) WHERE n.id STARTS WITH $prefix
RETURN n.id AS id, n.moved_to AS moved_to ORDER BY n.id LIMIT $limit
