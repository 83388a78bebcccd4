// Nodes that lack what every one of their kind has.
MATCH (e:Evidence) WHERE NOT EXISTS { (e)-[:FOUND_IN]->(:Document) }
RETURN e.id AS id, 'evidence found in no document' AS what
UNION ALL
MATCH (e:Evidence) WHERE NOT EXISTS { (e)-[:SUBJECT]->(:Entity) } OR NOT EXISTS { (e)-[:OBJECT]->(:Entity) }
RETURN e.id AS id, 'evidence without an end' AS what
UNION ALL
MATCH (n:Entity) WHERE NOT EXISTS { (n)--() }
RETURN n.id AS id, 'an entity that nothing owns' AS what
UNION ALL
MATCH (p:Publication) WHERE NOT EXISTS { (p)<-[:CITES|TEXT_OF]-(:Document) }
RETURN p.id AS id, 'a publication that no document speaks of' AS what
UNION ALL
MATCH (t:Text) WHERE NOT EXISTS { (t)<-[:HAS_TEXT]-(:Document) }
RETURN t.sha256 AS id, 'a text of no document' AS what
UNION ALL
MATCH (d:Document) WHERE d.pending
RETURN d.id AS id, 'a document whose load did not end; load it again' AS what
