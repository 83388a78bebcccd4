// title: What is well supported
// question: Which claims do several papers support and none deny?
// topic: weight
// parameters:
//   papers:
//     type: integer
//     default: 2
//     least: 1
//     most: 1000
//     help: How many papers at least.
//   predicate:
//     type: predicate
//     optional: true
//     help: What the claims say; empty for anything.
//   category:
//     type: category
//     optional: true
//     help: What one of the ends is; empty for anything.
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.papers >= $papers AND r.refutes = 0 AND r.agreement = 'one-sided'
  AND $predicate IN ['', type(r)]
  AND ($category = '' OR s.category = $category OR o.category = $category)
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  r.papers AS papers, r.mentions AS mentions, r.certainty AS certainty, r.hosts AS hosts,
  r.first_year AS first_year, r.last_year AS last_year, r.id AS claim_id
ORDER BY papers DESC, mentions DESC, subject, object, says, claim_id LIMIT $limit
