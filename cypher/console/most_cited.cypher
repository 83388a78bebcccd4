// The publications that most statements rest on
MATCH (e:Evidence)-[:REPORTED_BY]->(p:Publication)
RETURN p.id AS publication, p.title AS title, p.year AS year, count(e) AS statements
ORDER BY statements DESC, publication LIMIT 20
