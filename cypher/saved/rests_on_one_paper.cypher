// title: What rests on one paper
// question: Which claims does a single paper carry, and which paper is it?
// topic: weight
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: Whose claims are looked at.
MATCH (:Entity {id: $about})-[r]-(:Entity)
WHERE r.papers = 1
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
ORDER BY r.mentions, s.name, o.name, r.id LIMIT $limit
MATCH (e:Evidence {claim: r.id, status: 'finding', stance: 'supports'})-[:FOUND_IN]->(d:Document)
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH s, r, o, e, d, v ORDER BY v.at, v.id
WITH s, r, o, e, d, collect(v.verdict) AS verdicts,
  [(e)-[:REPORTED_BY]->(p:Publication) | coalesce(p.retracted, false)] AS cited,
  [(d)-[:TEXT_OF]->(p:Publication) | coalesce(p.retracted, false)] AS own
WHERE coalesce(last(verdicts), '') <> 'rejected' AND NOT true IN own AND (size(cited) = 0 OR false IN cited)
WITH s, r, o, [(e)-[:REPORTED_BY]->(p:Publication)
    WHERE p.kind = 'primary' AND NOT coalesce(p.retracted, false) | p.id]
  + [(d)-[:TEXT_OF]->(p:Publication) WHERE p.kind = 'primary' | p.id] AS papers
UNWIND papers AS paper
WITH DISTINCT s, r, o, paper
MATCH (p:Publication {id: paper})
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  p.title AS paper, p.year AS year, p.id AS publication, r.mentions AS mentions,
  r.refuting_papers AS papers_against, r.certainty AS certainty, r.id AS claim_id
ORDER BY mentions, subject, object, says, claim_id
