// title: What two things have in common
// question: What is linked to both of two diseases, taxa or anything else?
// topic: mechanisms
// parameters:
//   first:
//     type: entity
//     default: MONDO:0005301
//     help: One of them.
//   second:
//     type: entity
//     default: MONDO:0005265
//     help: The other one.
//   category:
//     type: category
//     optional: true
//     help: What the shared thing is; empty for anything.
// # From the end with fewer claims: the other one may be a hub.
MATCH (a:Entity {id: $first})
MATCH (b:Entity {id: $second})
WITH coalesce(a.degree, 0) <= coalesce(b.degree, 0) AS straight
WITH straight, CASE WHEN straight THEN $first ELSE $second END AS few,
  CASE WHEN straight THEN $second ELSE $first END AS many
MATCH (:Entity {id: few})-[r]-(n:Entity)
WHERE n.id <> many AND $category IN ['', n.category] AND r.supports + size(coalesce(r.asserted_in, [])) > 0
MATCH (n)-[s]-(m:Entity)
WHERE m.id = many AND n.id <> few AND s.supports + size(coalesce(s.asserted_in, [])) > 0
WITH straight, n, r, s ORDER BY type(r), type(s), r.id, s.id
WITH straight, n, collect(DISTINCT type(r)) AS one, collect(DISTINCT type(s)) AS other,
  max(r.papers) AS papers_one, max(s.papers) AS papers_other
RETURN n.id AS shared_id, n.name AS shared, n.category AS category,
  CASE WHEN straight THEN one ELSE other END AS with_first,
  CASE WHEN straight THEN other ELSE one END AS with_second,
  CASE WHEN straight THEN papers_one ELSE papers_other END AS papers_first,
  CASE WHEN straight THEN papers_other ELSE papers_one END AS papers_second
ORDER BY papers_first + papers_second DESC, shared, shared_id LIMIT $limit
