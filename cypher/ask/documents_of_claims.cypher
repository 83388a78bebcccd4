// The documents that speak of some claims.
UNWIND $claims AS claim
MATCH (e:Evidence {claim: claim})-[:FOUND_IN]->(d:Document)
RETURN DISTINCT claim, d.id AS document, d.title AS title
