// title: What is new since a year
// question: Which claims were first published in a year or after it?
// topic: sources
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: Whose claims are looked at.
//   year:
//     type: integer
//     default: 2018
//     least: 1900
//     most: 2100
//     help: The first year that is new.
MATCH (:Entity {id: $about})-[r]-(:Entity)
WHERE r.first_year >= $year AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  r.first_year AS first_year, r.last_year AS last_year, r.papers AS papers_for, r.refuting_papers AS papers_against, r.mentions AS mentions,
  r.certainty AS certainty, r.id AS claim_id
ORDER BY first_year DESC, subject, object, says, claim_id LIMIT $limit
