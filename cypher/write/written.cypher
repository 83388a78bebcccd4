// How many records of a document have been written.
MATCH (d:Document {id: $id})
SET d.written = $written
