// Every node of what the graph says, with its properties; an entity's category is a property too. What is
// kept beside it (snapshots, stories) is no part of it.
MATCH (n) WHERE NOT n:Snapshot AND NOT n:SnapshotValue AND NOT n:Story
RETURN CASE WHEN n:Entity THEN 'Entity' ELSE head(labels(n)) END AS kind, properties(n) AS props
