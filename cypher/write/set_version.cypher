// A load has ended; the graph stays marked while a document in it is not whole.
MERGE (g:Graph {id: 'gutgraph'})
SET g.data_version = $data_version, g.pending = $pending
