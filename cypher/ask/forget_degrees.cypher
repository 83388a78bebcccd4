// How many claims some entities have.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, n.degree AS degree
