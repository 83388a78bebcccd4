// Publications with all their keys.
UNWIND $ids AS id
MATCH (p:Publication {id: id})
OPTIONAL MATCH (p)<-[:KEY_OF]-(k:PublicationKey)
RETURN id, properties(p) AS props, collect(k.id) AS keys
