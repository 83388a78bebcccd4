// Delete publications that no document speaks of, and say which they were.
UNWIND $ids AS id
MATCH (p:Publication {id: id})
DETACH DELETE p
RETURN id
