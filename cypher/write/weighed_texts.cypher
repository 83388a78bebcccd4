// The publications that documents are the text of.
UNWIND $documents AS document
MATCH (d:Document {id: document})-[:TEXT_OF]->(p:Publication)
RETURN document, p.id AS id, p.kind AS kind, p.retracted AS retracted, p.year AS year
