// Take mentions away.
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})<-[r:MENTIONS]-(d:Document {id: row.document})
DELETE r
