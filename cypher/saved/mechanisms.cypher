// title: Mechanisms in three steps
// question: How could one thing lead to another, step by step from cause to effect?
// topic: mechanisms
// parameters:
//   start:
//     type: entity
//     default: NCBITaxon:239934
//     help: Where the way begins.
//   outcome:
//     type: entity
//     default: HP:0007305
//     help: Where it ends.
//   longest:
//     type: integer
//     default: 3
//     least: 1
//     most: 3
//     help: How many steps at most.
MATCH p = (:Entity {id: $start})-[:CAUSES|CONTRIBUTES_TO|AFFECTS|INCREASES|DECREASES|DISRUPTS|PREVENTS|PRODUCES|HIGHER_RISK_OF|LOWER_RISK_OF*1..3]->(:Entity {id: $outcome})
WHERE size(relationships(p)) <= $longest AND all(n IN nodes(p) WHERE n:Entity)
  AND all(x IN relationships(p) WHERE x.supports + size(coalesce(x.asserted_in, [])) > 0)
RETURN size(relationships(p)) AS steps, [n IN nodes(p) | n.name] AS way,
  [x IN relationships(p) | type(x)] AS says, [x IN relationships(p) | x.certainty] AS certainty,
  [x IN relationships(p) | x.papers] AS papers, [n IN nodes(p) | n.id] AS way_ids,
  [x IN relationships(p) | x.id] AS claim_ids
ORDER BY steps, way, says, claim_ids LIMIT $limit
