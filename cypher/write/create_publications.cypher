// Create the publications that are missing, and say which they were.
UNWIND $rows AS row
OPTIONAL MATCH (p:Publication {id: row.id})
WITH row, p WHERE p IS NULL
CREATE (q:Publication {id: row.id})
RETURN q.id AS id
