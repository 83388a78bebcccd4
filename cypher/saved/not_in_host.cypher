// title: What was not shown in people
// question: Which claims have evidence from some host and none from people?
// topic: weight
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: Whose claims are looked at.
//   host:
//     type: text
//     default: Homo sapiens
//     help: The host that is missing, as the studies write it.
MATCH (:Entity {id: $about})-[r]-(:Entity)
WHERE size(coalesce(r.hosts, [])) > 0 AND NOT $host IN r.hosts AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  r.hosts AS hosts, r.study_types AS study_types, r.papers AS papers, r.certainty AS certainty,
  r.id AS claim_id
ORDER BY papers DESC, subject, object, says, claim_id LIMIT $limit
