// How many claims entities have.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, coalesce(n.degree, 0) AS degree
