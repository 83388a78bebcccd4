// Of some documents those that the graph has.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id
