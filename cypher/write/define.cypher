// Keep what documents say of entities on edges, so that any of them can name the entity later.
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})
MATCH (d:Document {id: row.document})
CREATE (n)<-[r:DEFINES]-(d) SET r = row.props
