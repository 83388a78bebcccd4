// title: Claims with evidence on both sides
// question: Where do the sources disagree, and how many papers are on each side?
// topic: disagreement
// parameters:
//   kind:
//     type: choice
//     choices: [any, contested, mixed, varies]
//     default: any
//     help: contested between sources, mixed within one paper, or varies between hosts, sites and contrasts.
//   predicate:
//     type: predicate
//     optional: true
//     help: What the claims say; empty for anything.
//   category:
//     type: category
//     optional: true
//     help: What one of the ends is; empty for anything.
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.agreement IN ['contested', 'mixed', 'varies'] AND $kind IN ['any', r.agreement]
  AND $predicate IN ['', type(r)]
  AND ($category = '' OR s.category = $category OR o.category = $category)
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  r.agreement AS agreement, r.papers AS papers_for, r.refuting_papers AS papers_against, r.mentions AS mentions,
  r.id AS claim_id
ORDER BY papers_for + papers_against DESC, subject, object, says, claim_id LIMIT $limit
