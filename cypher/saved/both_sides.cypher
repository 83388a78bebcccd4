// title: What is said for and against
// question: Where sources disagree about something, what does each of them say, in its own words?
// topic: disagreement
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: What the disagreement is about.
MATCH (:Entity {id: $about})-[r]-(:Entity)
WHERE r.agreement IN ['contested', 'mixed', 'varies']
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
MATCH (e:Evidence {claim: r.id, status: 'finding'})-[:FOUND_IN]->(d:Document)
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH s, r, o, e, d, v ORDER BY v.at, v.id
WITH s, r, o, e, d, collect(v.verdict) AS verdicts,
  [(e)-[:REPORTED_BY]->(p:Publication) | coalesce(p.retracted, false)] AS cited,
  [(d)-[:TEXT_OF]->(p:Publication) | coalesce(p.retracted, false)] AS own
WHERE coalesce(last(verdicts), '') <> 'rejected' AND NOT true IN own AND (size(cited) = 0 OR false IN cited)
WITH s, r, o, e, d
OPTIONAL MATCH (e)-[:REPORTED_BY]->(p:Publication) WHERE NOT coalesce(p.retracted, false)
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  e.stance AS stance, coalesce(p.title, d.title) AS source, p.year AS year, e.host AS host,
  e.population AS population, e.n_cases AS cases, e.n_controls AS controls, e.quote AS quote, r.agreement AS agreement,
  r.id AS claim_id
ORDER BY subject, object, says, stance, source, year, quote, population, e.id LIMIT $limit
