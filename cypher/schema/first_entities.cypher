// Whether the entities that a scan meets first lack what later versions look up.
MATCH (n:Entity)
RETURN n.name IS NOT NULL AND n.near_keys IS NULL AS stale LIMIT 100
