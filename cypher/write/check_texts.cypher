// The texts of documents.
UNWIND $documents AS document
MATCH (d:Document {id: document})-[:HAS_TEXT]->(t:Text)
RETURN document, t.text AS text
