// The graph in numbers.
MATCH (g:Graph {id: 'gutgraph'})
RETURN properties(g) AS props
