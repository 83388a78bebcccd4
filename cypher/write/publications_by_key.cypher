// The publications that have one of some keys: a PMID, a DOI, a folded title.
UNWIND $keys AS key
MATCH (:PublicationKey {id: key})-[:KEY_OF]->(p:Publication)
RETURN DISTINCT p.id AS id
