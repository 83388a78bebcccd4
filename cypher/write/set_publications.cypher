// Write the fields of publications.
UNWIND $rows AS row
MATCH (p:Publication {id: row.id})
SET p = row.props
