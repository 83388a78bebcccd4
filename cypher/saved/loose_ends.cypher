// title: Taxa nobody has followed up
// question: Which taxa change in a disease, and nothing is said of what they do?
// topic: taxa
// parameters:
//   disease:
//     type: entity
//     default: MONDO:0005301
//     help: The disease.
MATCH (o:Entity {id: $disease})<-[r:INCREASED_IN|DECREASED_IN]-(s:Entity)
WHERE s.category = 'Taxon' AND r.supports + size(coalesce(r.asserted_in, [])) > 0
  AND NOT EXISTS { MATCH (s)-[x]->(n:Entity) WHERE x.supports + size(coalesce(x.asserted_in, [])) > 0
    AND NOT type(x) IN ['INCREASED_IN', 'DECREASED_IN', 'ALTERED_IN', 'SUBCLASS_OF', 'ASSOCIATED_WITH'] }
RETURN s.id AS subject_id, s.name AS taxon, type(r) AS change, o.id AS object_id,
  r.papers AS papers, r.agreement AS agreement, r.id AS claim_id
ORDER BY papers DESC, taxon, change, claim_id LIMIT $limit
