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
// # Step by step from the taxon, so that a hub at the other end is never walked from.
MATCH (:Entity {id: $taxon})-[r1]-(x:Entity)
WHERE NOT x.id IN [$taxon, $outcome] AND r1.supports + size(coalesce(r1.asserted_in, [])) > 0
MATCH (x)-[r2*0..1]-(y:Entity)
WHERE NOT y.id IN [$taxon, $outcome] AND all(z IN r2 WHERE z.supports + size(coalesce(z.asserted_in, [])) > 0)
MATCH (y)-[r3]-(b:Entity)
WHERE b.id = $outcome AND r3.supports + size(coalesce(r3.asserted_in, [])) > 0
UNWIND [x, y] AS o
WITH o, min(size(r2) + 2) AS steps
MATCH (o)<-[r:STUDIED_FOR|TREATS|PREVENTS]-(s:Entity)
WHERE r.supports + size(coalesce(r.asserted_in, [])) > 0
RETURN s.id AS subject_id, s.name AS intervention, type(r) AS says, o.id AS object_id,
  o.name AS works_on, o.category AS category, steps, r.certainty AS certainty,
  r.papers AS papers, r.mentions AS mentions, r.id AS claim_id
ORDER BY steps, papers DESC, mentions DESC, intervention, works_on, claim_id LIMIT $limit
