// Entities that share pieces of their names with what was typed, those with most of them first.
CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score
WITH node AS n, score ORDER BY score DESC, n.degree DESC, n.id LIMIT $limit
RETURN n.id AS id, n.name AS name, n.category AS category, n.synonyms AS synonyms,
  n.description AS description, n.xrefs AS xrefs, n.compartment AS compartment,
  n.biolink AS biolink, n.degree AS claims
