// One document, with how far its load has come.
MATCH (d:Document {id: $id})
RETURN properties(d) AS props
