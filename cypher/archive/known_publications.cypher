// Of some publications those that the graph has, by an id or by a key they can be found by.
UNWIND $ids AS id
OPTIONAL MATCH (p:Publication {id: id})
OPTIONAL MATCH (:PublicationKey {id: id})-[:KEY_OF]->(k:Publication)
WITH id, coalesce(p, k) AS found WHERE found IS NOT NULL
RETURN id, coalesce(found.retracted, false) AS retracted
