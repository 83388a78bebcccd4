// Take away what documents said of publications.
UNWIND $rows AS row
MATCH (p:Publication {id: row.publication})<-[r:CITES|TEXT_OF]-(d:Document {id: row.document})
WHERE r.given = row.given
DELETE r
