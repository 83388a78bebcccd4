// title: What does not count, and why
// question: "Which statements are kept and not counted: rejected, retracted, an aim or a title?"
// topic: sources
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: Whose claims are looked at.
MATCH (:Entity {id: $about})-[r]-(:Entity)
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
MATCH (e:Evidence {claim: r.id})-[:FOUND_IN]->(d:Document)
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH s, r, o, e, d, v ORDER BY v.at, v.id
WITH s, r, o, e, d, last(collect(v.verdict)) AS verdict, last(collect(v.note)) AS note,
  [(e)-[:REPORTED_BY]->(p:Publication) | coalesce(p.retracted, false)] AS cited,
  [(d)-[:TEXT_OF]->(p:Publication) | coalesce(p.retracted, false)] AS own
WITH s, r, o, e, d, note, CASE WHEN coalesce(verdict, '') = 'rejected' THEN 'rejected'
  WHEN true IN own OR (size(cited) > 0 AND NOT false IN cited) THEN 'retracted'
  WHEN e.status <> 'finding' THEN e.status ELSE '' END AS why
WHERE why <> ''
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  why, CASE WHEN why = 'rejected' THEN note ELSE '' END AS note, e.stance AS stance,
  e.quote AS quote, d.title AS document, r.id AS claim_id
ORDER BY why, subject, object, says, document, quote, e.id LIMIT $limit
