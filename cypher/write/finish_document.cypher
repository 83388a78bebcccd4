// A document has come whole.
MATCH (d:Document {id: $id})
SET d.pending = null, d.written = null
