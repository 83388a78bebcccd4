// title: What only reviews say
// question: "Which claims rest on no study of their own: only on reviews, pages or tables?"
// topic: weight
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: Whose claims are looked at.
//   sources:
//     type: choice
//     choices: [reviews, any]
//     default: any
//     help: reviews for claims that some review makes; any for pages that cite nothing as well.
MATCH (:Entity {id: $about})-[r]-(:Entity)
WHERE r.supports > 0 AND r.papers = 0
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
MATCH (e:Evidence {claim: r.id, status: 'finding', stance: 'supports'})-[:FOUND_IN]->(d:Document)
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH s, r, o, e, d, v ORDER BY v.at, v.id
WITH s, r, o, e, d, collect(v.verdict) AS verdicts,
  [(e)-[:REPORTED_BY]->(p:Publication) | coalesce(p.retracted, false)] AS cited,
  [(d)-[:TEXT_OF]->(p:Publication) | coalesce(p.retracted, false)] AS own
WHERE coalesce(last(verdicts), '') <> 'rejected' AND NOT true IN own AND (size(cited) = 0 OR false IN cited)
WITH s, r, o, e, d
OPTIONAL MATCH (e)-[:REPORTED_BY]->(p:Publication) WHERE NOT coalesce(p.retracted, false)
WITH s, r, o, coalesce(p.title, d.title) AS source, coalesce(p.kind, '') = 'review' AS review
ORDER BY source
WITH s, r, o, collect(DISTINCT source) AS sources, collect(review) AS reviews
WHERE $sources = 'any' OR true IN reviews
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  r.certainty AS certainty, r.supports AS statements, true IN reviews AS in_a_review, sources,
  r.id AS claim_id
ORDER BY statements DESC, subject, object, says, claim_id LIMIT $limit
