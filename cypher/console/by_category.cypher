// How many claims lie between which categories
MATCH (a:Entity)-[r]->(b:Entity)
RETURN a.category AS from_category, b.category AS to_category, count(r) AS claims
ORDER BY claims DESC, from_category, to_category LIMIT 40
