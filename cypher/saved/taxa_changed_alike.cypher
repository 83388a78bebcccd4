// title: Taxa changed in two diseases
// question: Which taxa change in both of two diseases, and do they change the same way?
// topic: taxa
// parameters:
//   first:
//     type: entity
//     default: MONDO:0005301
//     help: One disease.
//   second:
//     type: entity
//     default: MONDO:0005265
//     help: The other disease.
//   direction:
//     type: choice
//     choices: [same, opposite, either]
//     default: same
//     help: Whether the taxa change the same way in both.
MATCH (:Entity {id: $first})<-[r:INCREASED_IN|DECREASED_IN]-(t:Entity)
WHERE t.category = 'Taxon' AND r.supports + size(coalesce(r.asserted_in, [])) > 0
MATCH (t)-[s:INCREASED_IN|DECREASED_IN]->(:Entity {id: $second})
WHERE s.supports + size(coalesce(s.asserted_in, [])) > 0
  AND ($direction = 'either' OR ($direction = 'same') = (type(r) = type(s)))
RETURN t.id AS taxon_id, t.name AS taxon, type(r) AS in_first, r.papers AS papers_first,
  r.agreement AS agreement_first, type(s) AS in_second, s.papers AS papers_second,
  s.agreement AS agreement_second, r.id AS first_claim_id, s.id AS second_claim_id
ORDER BY papers_first + papers_second DESC, taxon, in_first, in_second, taxon_id LIMIT $limit
