// Write the fields of documents.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d = row.props
