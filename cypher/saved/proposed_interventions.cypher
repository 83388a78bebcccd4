// Interventions and foods that are proposed or studied, never shown to treat
MATCH (i:Entity)-[r:STUDIED_FOR]->(d:Entity)
RETURN i.name AS intervention, d.name AS purpose, r.certainty AS certainty, r.papers AS papers,
  r.mentions AS mentions
ORDER BY papers DESC, mentions DESC, intervention, purpose LIMIT 100
