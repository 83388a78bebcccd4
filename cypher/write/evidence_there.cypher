// Of some evidence, find what is there already.
UNWIND $ids AS id
MATCH (e:Evidence {id: id})
RETURN id
