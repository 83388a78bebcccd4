// A page of evidence with its document.
MATCH (e:Evidence) WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $limit
OPTIONAL MATCH (e)-[:FOUND_IN]->(d:Document)
RETURN e.id AS id, properties(e) AS evidence, coalesce(d.id, '') AS document ORDER BY id
