// Create entities that are not there, with their label and what documents say of them.
UNWIND $rows AS row
CREATE (n:Entity:__LABEL__) SET n = row.props
WITH row, n
UNWIND row.definitions AS said
MATCH (d:Document {id: said.document})
CREATE (d)-[r:DEFINES]->(n) SET r = said.props
