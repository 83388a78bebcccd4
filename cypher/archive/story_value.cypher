// What a story holds.
MATCH (n:Story {id: $id})
RETURN n.json AS json
