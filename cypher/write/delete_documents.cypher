// Delete documents, and say which were there.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
DETACH DELETE d
RETURN row.id AS id
