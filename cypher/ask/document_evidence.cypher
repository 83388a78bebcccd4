// The evidence of a document, in the order of its text, then by id; a page of it.
MATCH (d:Document {id: $document})<-[:FOUND_IN]-(e:Evidence)
RETURN properties(e) AS evidence ORDER BY e.start, e.id SKIP $skip LIMIT $limit
