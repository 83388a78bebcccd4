// A load has ended.
MERGE (g:Graph {id: 'gutgraph'})
SET g.data_version = $data_version, g.pending = null
