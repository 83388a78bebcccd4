// Create entities that are not there, with their label.
UNWIND $rows AS row
CREATE (n:Entity:__LABEL__) SET n = row
