// Which of some claims other documents have statements on.
UNWIND $claims AS claim
MATCH (e:Evidence {claim: claim})-[:FOUND_IN]->(d:Document)
WHERE d.id <> $document
RETURN DISTINCT claim
