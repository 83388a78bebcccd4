// title: What nobody is sure of
// question: "Which claims does every source hedge: they may be so, or are only proposed?"
// topic: weight
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: Whose claims are looked at.
//   certainty:
//     type: choice
//     choices: [suggested, proposed]
//     default: suggested
//     help: suggested (may, might) or proposed (under study).
MATCH (:Entity {id: $about})-[r]-(:Entity)
WHERE r.supports > 0 AND r.certainty = $certainty
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  r.supports AS statements, r.papers AS papers, r.agreement AS agreement, r.id AS claim_id
ORDER BY papers DESC, statements DESC, subject, object, says, claim_id LIMIT $limit
