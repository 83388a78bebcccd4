// What sources disagree on
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.agreement = 'contested'
RETURN a, r, b
ORDER BY r.papers + r.refuting_papers DESC, r.id LIMIT 30
