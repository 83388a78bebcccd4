// The entities with the most claims, of those with fewer than ten (or of all, in a graph that an
// earlier version wrote): a graph has to be small to ask for these, no index finds them.
MATCH (n:Entity) WHERE n.degree > 0 AND n.degree_digits IS NULL
WITH n ORDER BY n.degree DESC, n.id LIMIT $candidates
OPTIONAL MATCH (n)<-[m:MENTIONS]-(:Document)
WITH n, count(m) AS documents
RETURN n.id AS id, n.name AS name, n.category AS category, n.synonyms AS synonyms,
  n.description AS description, n.xrefs AS xrefs, n.compartment AS compartment,
  n.biolink AS biolink, n.degree AS claims, documents
ORDER BY claims DESC, documents DESC, id LIMIT $limit
