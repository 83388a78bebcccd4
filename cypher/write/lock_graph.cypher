// One transaction at a time writes: a property set on one node takes its lock.
MERGE (g:Graph {id: 'gutgraph'})
SET g.lock = true
