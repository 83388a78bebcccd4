// Every story, the one changed last first, without its value.
MATCH (n:Story) WHERE n.moved_to IS NULL
RETURN n.id AS id, n.title AS title, n.snapshot AS snapshot, n.steps AS steps, n.created AS created,
  n.changed AS changed
ORDER BY n.changed DESC, n.id
