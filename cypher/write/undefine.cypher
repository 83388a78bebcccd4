// Take definitions away.
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})<-[r:DEFINES]-(d:Document {id: row.document})
DELETE r
