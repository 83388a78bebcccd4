// The relation types of the graph.
CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name
