// title: Markers of a disease
// question: What is a marker of a disease, or measured in it, and who found it otherwise?
// topic: mechanisms
// parameters:
//   disease:
//     type: entity
//     default: MONDO:0005301
//     help: The disease or condition.
MATCH (o:Entity {id: $disease})<-[r:BIOMARKER_FOR|INCREASED_IN|DECREASED_IN|ALTERED_IN]-(s:Entity)
WHERE (type(r) = 'BIOMARKER_FOR' OR s.category = 'Biomarker') AND r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN s.id AS subject_id, s.name AS marker, type(r) AS says, o.id AS object_id,
  r.supports AS statements_for, r.refutes AS statements_against, r.papers AS papers_for, r.refuting_papers AS papers_against, r.mentions AS mentions,
  r.agreement AS agreement, r.hosts AS hosts, r.id AS claim_id
ORDER BY papers_for DESC, statements_for DESC, marker, says, claim_id LIMIT $limit
