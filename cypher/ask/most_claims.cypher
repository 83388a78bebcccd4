// The entities with the most claims.
MATCH (n:Entity) WHERE n.degree > 0
RETURN n.id AS id, n.name AS name, n.category AS category, n.synonyms AS synonyms,
  n.description AS description, n.xrefs AS xrefs, n.compartment AS compartment,
  n.biolink AS biolink, n.degree AS claims
ORDER BY claims DESC, id LIMIT $limit
