// Free documents of their texts, and say which those were.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})-[r:HAS_TEXT]->(t:Text)
DELETE r
RETURN t.sha256 AS sha256
