// title: What only interested sources say
// question: Which claims are made only where the publisher has something to sell?
// topic: weight
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: Whose claims are looked at.
// # From the few documents that say what their publisher sells.
MATCH (w:Document) WHERE coalesce(w.interest, '') <> ''
MATCH (w)<-[:FOUND_IN]-(one:Evidence {status: 'finding', stance: 'supports'})-[:SUBJECT|OBJECT]->(n:Entity)
WHERE n.id <> $about
MATCH (n)-[r]-(about:Entity)
WHERE about.id = $about AND r.id = one.claim AND r.supports > 0
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
MATCH (e:Evidence {claim: r.id, status: 'finding', stance: 'supports'})-[:FOUND_IN]->(d:Document)
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH s, r, o, e, d, v ORDER BY v.at, v.id
WITH s, r, o, e, d, collect(v.verdict) AS verdicts,
  [(e)-[:REPORTED_BY]->(p:Publication) | coalesce(p.retracted, false)] AS cited,
  [(d)-[:TEXT_OF]->(p:Publication) | coalesce(p.retracted, false)] AS own
WHERE coalesce(last(verdicts), '') <> 'rejected' AND NOT true IN own AND (size(cited) = 0 OR false IN cited)
WITH s, r, o, d ORDER BY d.title, d.id
WITH s, r, o, collect(coalesce(d.interest, '')) AS interests, collect(DISTINCT d.title) AS documents
WHERE NOT '' IN interests
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  r.certainty AS certainty, r.papers AS papers, documents, interests[0] AS interest,
  r.id AS claim_id
ORDER BY papers, subject, object, says, claim_id LIMIT $limit
