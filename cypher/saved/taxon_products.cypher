// title: What a taxon makes, and what that does
// question: What does a taxon produce, and what is said of the product?
// topic: taxa
// parameters:
//   taxon:
//     type: entity
//     default: NCBITaxon:239934
//     help: The taxon.
MATCH (t:Entity {id: $taxon})-[r:PRODUCES]->(c:Entity)
WHERE r.supports + size(coalesce(r.asserted_in, [])) > 0
OPTIONAL MATCH (c)-[s]->(o:Entity) WHERE s.supports + size(coalesce(s.asserted_in, [])) > 0
RETURN c.id AS product_id, c.name AS product, r.papers AS papers_product,
  type(s) AS says, o.id AS object_id, o.name AS object, s.certainty AS certainty,
  s.papers AS papers, r.id AS product_claim_id, s.id AS claim_id
ORDER BY product, object, says, product_id, claim_id LIMIT $limit
