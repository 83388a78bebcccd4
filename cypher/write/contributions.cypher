// What each document says of some publications.
UNWIND $ids AS id
MATCH (p:Publication {id: id})<-[r:CITES|TEXT_OF]-(d:Document)
RETURN id, type(r) AS type, d.id AS document, properties(r) AS props
