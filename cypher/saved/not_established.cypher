// title: What was never established
// question: What do sources say has not been shown, found or described?
// topic: disagreement
// parameters:
//   category:
//     type: category
//     optional: true
//     help: What one of the ends is; empty for anything.
MATCH (e:Evidence {negation: 'not_established', status: 'finding'})-[:FOUND_IN]->(d:Document)
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH e, d, v ORDER BY v.at, v.id
WITH e, d, collect(v.verdict) AS verdicts,
  [(e)-[:REPORTED_BY]->(p:Publication) | coalesce(p.retracted, false)] AS cited,
  [(d)-[:TEXT_OF]->(p:Publication) | coalesce(p.retracted, false)] AS own
WHERE coalesce(last(verdicts), '') <> 'rejected' AND NOT true IN own AND (size(cited) = 0 OR false IN cited)
MATCH (e)-[:SUBJECT]->(s:Entity)
MATCH (e)-[:OBJECT]->(o:Entity)
WHERE $category = '' OR s.category = $category OR o.category = $category
RETURN s.id AS subject_id, s.name AS subject, e.predicate AS says, o.id AS object_id,
  o.name AS object, e.quote AS quote, d.title AS document, e.claim AS claim_id
ORDER BY subject, object, says, document, quote, e.id LIMIT $limit
