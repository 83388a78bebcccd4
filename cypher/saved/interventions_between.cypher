// title: Interventions between a taxon and an outcome
// question: What is proposed or shown to work on anything that lies between a taxon and an outcome?
// topic: interventions
// parameters:
//   taxon:
//     type: entity
//     default: NCBITaxon:239934
//     help: Where the way begins, a taxon for example.
//   outcome:
//     type: entity
//     default: HP:0007305
//     help: Where it ends.
MATCH p = (a:Entity {id: $taxon})-[*2..3]-(b:Entity {id: $outcome})
WHERE all(n IN nodes(p) WHERE n:Entity)
  AND all(x IN relationships(p) WHERE x.supports + size(coalesce(x.asserted_in, [])) > 0)
UNWIND nodes(p) AS o
WITH o, min(size(relationships(p))) AS steps
WHERE NOT o.id IN [$taxon, $outcome]
MATCH (o)<-[r:STUDIED_FOR|TREATS|PREVENTS]-(s:Entity)
WHERE r.supports + size(coalesce(r.asserted_in, [])) > 0
RETURN s.id AS subject_id, s.name AS intervention, type(r) AS says, o.id AS object_id,
  o.name AS works_on, o.category AS category, steps, r.certainty AS certainty,
  r.papers AS papers, r.mentions AS mentions, r.id AS claim_id
ORDER BY steps, papers DESC, mentions DESC, intervention, works_on, claim_id LIMIT $limit
