// Create the entities that are missing, with their label, and say which they were.
UNWIND $rows AS row
OPTIONAL MATCH (n:Entity {id: row.id})
WITH row, n WHERE n IS NULL
CREATE (m:Entity:__LABEL__) SET m = row.props
RETURN m.id AS id
