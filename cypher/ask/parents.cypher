// What entities are a kind of.
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r:SUBCLASS_OF]->(p:Entity)
WHERE r.supports + size(coalesce(r.asserted_in, [])) > 0
RETURN id, p.id AS parent
