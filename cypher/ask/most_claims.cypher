// The entities with the most claims, of those whose number of claims has so many digits; among
// equals those that more documents name.
UNWIND $digits AS digits
MATCH (n:Entity {degree_digits: digits})
WITH n ORDER BY n.degree DESC, n.id LIMIT $candidates
OPTIONAL MATCH (n)<-[m:MENTIONS]-(:Document)
WITH n, count(m) AS documents
RETURN n.id AS id, n.name AS name, n.category AS category, n.synonyms AS synonyms,
  n.description AS description, n.xrefs AS xrefs, n.compartment AS compartment,
  n.biolink AS biolink, n.degree AS claims, documents
ORDER BY claims DESC, documents DESC, id LIMIT $limit
