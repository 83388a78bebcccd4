// Entities by their ids.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id, n.name AS name, n.category AS category, n.synonyms AS synonyms,
  n.description AS description, n.xrefs AS xrefs, n.compartment AS compartment,
  n.biolink AS biolink, n.degree AS claims
