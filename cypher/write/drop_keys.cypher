// Loosen keys from publications.
UNWIND $rows AS row
MATCH (:PublicationKey {id: row.key})-[r:KEY_OF]->(:Publication {id: row.publication})
DELETE r
