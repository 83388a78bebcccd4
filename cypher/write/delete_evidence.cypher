// Delete evidence, and say which was there.
UNWIND $ids AS id
MATCH (e:Evidence {id: id})
DETACH DELETE e
RETURN id
