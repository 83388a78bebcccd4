// Create the documents that are missing, and say which they were.
UNWIND $rows AS row
OPTIONAL MATCH (d:Document {id: row.id})
WITH row, d WHERE d IS NULL
CREATE (n:Document {id: row.id})
RETURN n.id AS id
