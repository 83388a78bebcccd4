// The evidence of several claims, with documents, publications and reviews.
UNWIND $claims AS claim
MATCH (e:Evidence {claim: claim})-[:FOUND_IN]->(d:Document)
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH e, d, collect(CASE WHEN v IS NULL THEN null
  ELSE properties(v) END) AS reviews
RETURN properties(e) AS evidence, properties(d) AS document, reviews,
  [(d)-[:TEXT_OF]->(p:Publication) | properties(p)] AS own,
  [(e)-[:REPORTED_BY]->(q:Publication) | properties(q)] AS cited
