// Where documents are known to name entities already.
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})<-[r:MENTIONS]-(d:Document {id: row.document})
RETURN row.document AS document, row.entity AS entity, r.starts AS starts, r.ends AS ends
