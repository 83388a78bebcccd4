// One story with its value, or where it went.
MATCH (n:Story {id: $id})
RETURN n.id AS id, n.json AS json, n.moved_to AS moved_to, n.title AS title, n.snapshot AS snapshot,
  n.steps AS steps, n.created AS created, n.changed AS changed
