// How many nodes of each kind there are, and claims between entities.
MATCH (n:Entity) RETURN 'entities' AS name, count(n) AS number
UNION ALL
MATCH (:Entity)-[r]->(:Entity) RETURN 'claims' AS name, count(r) AS number
UNION ALL
MATCH (n:Evidence) RETURN 'evidence' AS name, count(n) AS number
UNION ALL
MATCH (n:Publication) RETURN 'publications' AS name, count(n) AS number
UNION ALL
MATCH (n:Document) RETURN 'documents' AS name, count(n) AS number
