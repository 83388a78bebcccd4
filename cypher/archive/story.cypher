// One story without its value.
MATCH (n:Story {id: $id})
RETURN n.id AS id, n.title AS title, n.snapshot AS snapshot, n.steps AS steps,
  n.created AS created, n.changed AS changed
