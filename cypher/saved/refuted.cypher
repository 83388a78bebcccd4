// title: What is refuted
// question: Which claims does everyone who speaks of them deny, and in which words?
// topic: disagreement
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: Whose claims are looked at.
MATCH (:Entity {id: $about})-[r]-(:Entity)
WHERE r.refutes > 0 AND r.supports + size(coalesce(r.asserted_in, [])) = 0
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
MATCH (e:Evidence {claim: r.id, status: 'finding', stance: 'refutes'})-[:FOUND_IN]->(d:Document)
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH s, r, o, e, d, v ORDER BY v.at, v.id
WITH s, r, o, e, d, collect(v.verdict) AS verdicts,
  [(e)-[:REPORTED_BY]->(p:Publication) | coalesce(p.retracted, false)] AS cited,
  [(d)-[:TEXT_OF]->(p:Publication) | coalesce(p.retracted, false)] AS own
WHERE coalesce(last(verdicts), '') <> 'rejected' AND NOT true IN own AND (size(cited) = 0 OR false IN cited)
WITH s, r, o, e, d
OPTIONAL MATCH (e)-[:REPORTED_BY]->(p:Publication) WHERE NOT coalesce(p.retracted, false)
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  e.negation AS negation, e.quote AS quote, coalesce(p.title, d.title) AS source, p.year AS year,
  r.id AS claim_id
ORDER BY subject, object, says, source, quote, e.id LIMIT $limit
