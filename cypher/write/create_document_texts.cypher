// Create the texts that are missing.
UNWIND $rows AS row
OPTIONAL MATCH (t:Text {sha256: row.sha256})
WITH row, t WHERE t IS NULL
CREATE (:Text {sha256: row.sha256, text: row.text})
