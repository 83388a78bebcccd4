// A load has begun: what is read until it ends may be half of it.
MERGE (g:Graph {id: 'gutgraph'})
SET g.pending = true
