// The evidence of a document, in the order of its text, then by id; a page of it, with what decides
// whether it counts.
MATCH (d:Document {id: $document})<-[:FOUND_IN]-(e:Evidence)
WITH d, e ORDER BY e.start, e.id SKIP $skip LIMIT $limit
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH d, e, collect(CASE WHEN v IS NULL THEN null ELSE properties(v) END) AS reviews
RETURN properties(e) AS evidence, reviews,
  [(d)-[:TEXT_OF]->(p:Publication) | properties(p)] AS own,
  [(e)-[:REPORTED_BY]->(q:Publication) | properties(q)] AS cited
ORDER BY e.start, e.id
