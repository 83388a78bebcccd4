// A document and its text.
MATCH (d:Document {id: $document})
OPTIONAL MATCH (d)-[:HAS_TEXT]->(t:Text)
RETURN properties(d) AS document, t.text AS text
