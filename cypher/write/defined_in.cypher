// The documents that define some entities.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, n.defined_in AS defined_in
