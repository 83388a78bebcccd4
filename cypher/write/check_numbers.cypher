// How many nodes of each kind there are.
MATCH (n:Entity) RETURN 'entities' AS name, count(n) AS number
UNION ALL
MATCH (n:Evidence) RETURN 'evidence' AS name, count(n) AS number
UNION ALL
MATCH (n:Publication) RETURN 'publications' AS name, count(n) AS number
UNION ALL
MATCH (n:Document) RETURN 'documents' AS name, count(n) AS number
