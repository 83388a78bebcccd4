// Say what publications can be found by.
UNWIND $rows AS row
MATCH (k:PublicationKey {id: row.key})
MATCH (p:Publication {id: row.publication})
CREATE (k)-[:KEY_OF]->(p)
