// Of some claims, those that have evidence in some documents.
UNWIND $claims AS claim
MATCH (e:Evidence {claim: claim})-[:FOUND_IN]->(d:Document)
WHERE d.id IN $documents
RETURN DISTINCT claim
