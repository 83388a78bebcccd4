// title: Interventions proposed and not shown
// question: What is studied or proposed for a condition without having been shown to treat or prevent it?
// topic: interventions
// parameters:
//   condition:
//     type: entity
//     optional: true
//     help: What it is proposed for; empty for anything.
MATCH (s:Entity)-[r:STUDIED_FOR]->(o:Entity)
WHERE $condition IN ['', o.id] AND r.supports + size(coalesce(r.asserted_in, [])) > 0
  AND NOT EXISTS { MATCH (s)-[t:TREATS|PREVENTS]->(o) WHERE t.supports + size(coalesce(t.asserted_in, [])) > 0 }
RETURN s.id AS subject_id, s.name AS intervention, s.category AS category, o.id AS object_id,
  o.name AS proposed_for, r.certainty AS certainty, r.papers AS papers, r.mentions AS mentions,
  r.id AS claim_id
ORDER BY papers DESC, mentions DESC, intervention, proposed_for, claim_id LIMIT $limit
