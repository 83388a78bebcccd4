// Only what counts: findings, from statements that are no aim, background or title
MATCH (e:Evidence)-[:FOUND_IN]->(d:Document)
WHERE e.status = 'finding'
RETURN d.title AS document, count(e) AS findings
ORDER BY findings DESC, document LIMIT 20
