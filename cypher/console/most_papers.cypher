// The claims with most papers
MATCH (a:Entity)-[r]->(b:Entity)
RETURN a.name AS subject, type(r) AS says, b.name AS object, r.papers AS papers
ORDER BY papers DESC, subject, says, object LIMIT 25
