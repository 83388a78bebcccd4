// The labels of the graph.
CALL db.labels() YIELD label RETURN label AS name
