// The publications that a document alone cites, or is the text of.
MATCH (d:Document {id: $document})-[:CITES|TEXT_OF]->(p:Publication)
WITH DISTINCT p
OPTIONAL MATCH (p)<-[:CITES|TEXT_OF]-(o:Document)
WHERE o.id <> $document
WITH p, count(o) AS others
WHERE others = 0
RETURN count(p) AS number
