// How many claims entities have, as the writer keeps it.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, coalesce(n.degree, 0) AS degree
