// Who says that leaky gut has to do with multiple sclerosis, word for word
MATCH (a:Entity {id: 'GUT:leaky-gut'})-[r]-(b:Entity {id: 'MONDO:0005301'})
MATCH (e:Evidence {claim: r.id})-[:FOUND_IN]->(d:Document)
RETURN type(r) AS says, e.stance AS stance, e.certainty AS certainty, e.quote AS quote,
  d.title AS document
ORDER BY says, stance, document, quote
