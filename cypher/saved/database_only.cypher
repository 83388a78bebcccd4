// title: What only databases say
// question: Which claims does a database make without naming a paper?
// topic: weight
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: Whose claims are looked at.
MATCH (:Entity {id: $about})-[r]-(:Entity)
WHERE size(coalesce(r.asserted_in, [])) > 0 AND r.supports = 0
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  size(r.databases) AS number, r.databases AS databases, r.refutes AS statements_against,
  r.id AS claim_id
ORDER BY number DESC, subject, object, says, claim_id LIMIT $limit
