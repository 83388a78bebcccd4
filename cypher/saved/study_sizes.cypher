// title: How large the studies were
// question: "Behind each change that is claimed: how many people were studied, in what and how?"
// topic: taxa
// parameters:
//   disease:
//     type: entity
//     default: MONDO:0005301
//     help: In what the change is.
//   least_cases:
//     type: integer
//     default: 1
//     least: 1
//     most: 100000
//     help: How many cases at least.
MATCH (o:Entity {id: $disease})<-[r:INCREASED_IN|DECREASED_IN|ALTERED_IN]-(s:Entity)
MATCH (e:Evidence {claim: r.id, status: 'finding'})-[:FOUND_IN]->(d:Document)
WHERE e.n_cases >= $least_cases
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH s, r, o, e, d, v ORDER BY v.at, v.id
WITH s, r, o, e, d, collect(v.verdict) AS verdicts,
  [(e)-[:REPORTED_BY]->(p:Publication) | coalesce(p.retracted, false)] AS cited,
  [(d)-[:TEXT_OF]->(p:Publication) | coalesce(p.retracted, false)] AS own
WHERE coalesce(last(verdicts), '') <> 'rejected' AND NOT true IN own AND (size(cited) = 0 OR false IN cited)
WITH s, r, o, e
OPTIONAL MATCH (e)-[:REPORTED_BY]->(p:Publication) WHERE NOT coalesce(p.retracted, false)
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  e.stance AS stance, e.n_cases AS cases, e.n_controls AS controls, e.population AS population,
  e.comparator AS comparator, e.host AS host, e.body_site AS body_site, e.method AS method,
  p.title AS paper, p.year AS year, r.id AS claim_id
ORDER BY cases DESC, subject, says, paper, population, e.id LIMIT $limit
