// Create the keys that are missing.
UNWIND $rows AS row
OPTIONAL MATCH (k:PublicationKey {id: row.key})
WITH row, k WHERE k IS NULL
CREATE (:PublicationKey {id: row.key})
