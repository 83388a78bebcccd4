// title: What raises or lowers the risk
// question: What goes with a higher or lower risk of a disease, causes it or prevents it?
// topic: mechanisms
// parameters:
//   disease:
//     type: entity
//     default: MONDO:0005301
//     help: The disease.
//   direction:
//     type: choice
//     choices: [either, higher, lower]
//     default: either
//     help: Towards a higher risk, or away from it.
MATCH (o:Entity {id: $disease})<-[r:HIGHER_RISK_OF|CAUSES|CONTRIBUTES_TO|LOWER_RISK_OF|PREVENTS]-(s:Entity)
WHERE r.supports + size(coalesce(r.asserted_in, [])) > 0
  AND ($direction = 'either' OR ($direction = 'lower') = (type(r) IN ['LOWER_RISK_OF', 'PREVENTS']))
RETURN s.id AS subject_id, s.name AS subject, type(r) AS says, o.id AS object_id, o.name AS object,
  r.certainty AS certainty, r.agreement AS agreement, r.papers AS papers_for, r.refuting_papers AS papers_against, r.mentions AS mentions,
  r.id AS claim_id
ORDER BY papers_for DESC, mentions DESC, subject, says, claim_id LIMIT $limit
