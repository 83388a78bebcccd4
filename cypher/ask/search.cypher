// Entities whose names fit a full-text query, those with more claims first.
CALL db.index.fulltext.queryNodes($index, $query) YIELD node
WITH node AS n ORDER BY n.degree DESC, n.id LIMIT $limit
RETURN n.id AS id, n.name AS name, n.category AS category, n.synonyms AS synonyms,
  n.description AS description, n.xrefs AS xrefs, n.compartment AS compartment,
  n.biolink AS biolink, n.degree AS claims
