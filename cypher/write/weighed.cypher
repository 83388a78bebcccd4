// The evidence of claims, with the publications it rests on.
UNWIND $claims AS claim
MATCH (e:Evidence {claim: claim})-[:FOUND_IN]->(d:Document)
RETURN claim, e.id AS id, d.id AS document, e.stance AS stance, e.certainty AS certainty,
  e.negation AS negation, e.status AS status, e.host AS host, e.body_site AS body_site,
  e.comparator AS comparator, e.study_type AS study_type,
  [(e)-[:REPORTED_BY]->(p:Publication)
    | {id: p.id, kind: p.kind, retracted: p.retracted, year: p.year}] AS cited
