// title: Taxa that change in a disease
// question: Which taxa are more or less abundant in a disease, and in how many papers?
// topic: taxa
// parameters:
//   disease:
//     type: entity
//     default: MONDO:0005301
//     help: The disease.
//   change:
//     type: choice
//     choices: [either, increased, decreased]
//     default: either
//     help: Which way the taxa change.
MATCH (o:Entity {id: $disease})<-[r:INCREASED_IN|DECREASED_IN]-(s:Entity)
WHERE s.category = 'Taxon' AND r.supports + size(coalesce(r.asserted_in, [])) > 0
  AND ($change = 'either' OR type(r) = toUpper($change) + '_IN')
RETURN s.id AS subject_id, s.name AS taxon, type(r) AS change, o.id AS object_id,
  r.papers AS papers_for, r.refuting_papers AS papers_against, r.mentions AS mentions,
  r.agreement AS agreement, r.hosts AS hosts, r.id AS claim_id
ORDER BY papers_for DESC, mentions DESC, taxon, change, claim_id LIMIT $limit
