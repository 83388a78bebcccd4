// An entity by a part of its name
// $part = microb
MATCH (e:Entity)
WHERE toLower(e.name) CONTAINS toLower($part)
RETURN e.id AS id, e.name AS name, e.category AS category, e.degree AS claims
ORDER BY claims DESC, name LIMIT 25
