// How much each document is said to have brought, and how much is there; half of one is no matter.
MATCH (d:Document) WHERE d.id > $after AND d.pending IS NULL
WITH d ORDER BY d.id LIMIT $limit
RETURN d.id AS id,
  {evidence: d.evidence, mentions: d.mentions, citations: d.citations, definitions: d.definitions} AS kept,
  size([(d)<-[:FOUND_IN]-(e:Evidence) | e.id]) AS evidence,
  [(d)-[r:MENTIONS]->(:Entity) | size(r.starts)] AS mentions,
  size([(d)-[:CITES]->(p:Publication) | p.id]) AS citations,
  size([(d)-[:DEFINES]->(n:Entity) | n.id]) AS definitions
ORDER BY id
