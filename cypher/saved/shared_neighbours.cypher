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
MATCH (:Entity {id: $first})-[r]-(n:Entity)
WHERE n.id <> $second AND $category IN ['', n.category] AND r.supports + size(coalesce(r.asserted_in, [])) > 0
MATCH (n)-[s]-(:Entity {id: $second})
WHERE n.id <> $first AND s.supports + size(coalesce(s.asserted_in, [])) > 0
WITH n, r, s ORDER BY type(r), type(s), r.id, s.id
WITH n, collect(DISTINCT type(r)) AS with_first, collect(DISTINCT type(s)) AS with_second,
  max(r.papers) AS papers_first, max(s.papers) AS papers_second
RETURN n.id AS shared_id, n.name AS shared, n.category AS category, with_first, with_second,
  papers_first, papers_second
ORDER BY papers_first + papers_second DESC, shared, shared_id LIMIT $limit
