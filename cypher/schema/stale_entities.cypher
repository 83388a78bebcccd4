// The entities that lack what later versions look up.
MATCH (n:Entity) WHERE n.name IS NOT NULL AND n.near_keys IS NULL
RETURN n.id AS id, n.name AS name, n.synonyms AS synonyms
