// What given documents say of given entities.
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})<-[r:DEFINES]-(d:Document {id: row.document})
RETURN row.entity AS id, properties(r) AS props
