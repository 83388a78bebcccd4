// The evidence of claims as counting wants it, with its papers and what people judged of it.
UNWIND $claims AS claim
MATCH (e:Evidence {claim: claim})-[:FOUND_IN]->(d:Document)
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH claim, e, d, collect(CASE WHEN v IS NULL THEN null ELSE properties(v) END) AS reviews
RETURN claim, d.id AS document, e.stance AS stance, e.certainty AS certainty,
  e.negation AS negation, e.status AS status, e.host AS host, e.body_site AS body_site,
  e.comparator AS comparator, e.study_type AS study_type, reviews,
  [(d)-[:TEXT_OF]->(p:Publication)
    | {id: p.id, kind: p.kind, retracted: p.retracted, year: p.year}] AS own,
  [(e)-[:REPORTED_BY]->(q:Publication)
    | {id: q.id, kind: q.kind, retracted: q.retracted, year: q.year}] AS cited
