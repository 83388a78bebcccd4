// Say what the texts of documents are.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (t:Text {sha256: row.sha256})
CREATE (d)-[:HAS_TEXT]->(t)
