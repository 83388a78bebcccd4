// Ways from dysbiosis to multiple sclerosis, over claims only
MATCH p = (:Entity {id: 'GUT:intestinal-dysbiosis'})-[*1..3]->(:Entity {id: 'MONDO:0005301'})
WHERE all(n IN nodes(p) WHERE n:Entity)
RETURN p
ORDER BY length(p) LIMIT 20
