// Walk over claims only
// Without the WHERE, a path would run through any document that names both ends.
MATCH p = (:Entity {id: 'GUT:intestinal-dysbiosis'})-[*1..2]-(:Entity {id: 'MONDO:0005301'})
WHERE all(n IN nodes(p) WHERE n:Entity)
RETURN p LIMIT 25
