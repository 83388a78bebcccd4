// Keep the numbers of the graph at hand.
MATCH (g:Graph {id: 'gutgraph'})
SET g.entities = coalesce(g.entities, 0) + $entities, g.claims = coalesce(g.claims, 0) + $claims,
  g.evidence = coalesce(g.evidence, 0) + $evidence,
  g.publications = coalesce(g.publications, 0) + $publications,
  g.documents = coalesce(g.documents, 0) + $documents, g.lock = null
