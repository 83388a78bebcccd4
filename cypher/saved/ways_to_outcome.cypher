// title: From a part of the axis to an outcome
// question: Over what does the gut barrier, the microbiome or the immune system come to an outcome?
// topic: mechanisms
// parameters:
//   part:
//     type: choice
//     choices: [barrier, microbiome, immune, intervention]
//     default: barrier
//     help: "Where the ways begin: a part of the axis from gut to brain."
//   outcome:
//     type: entity
//     default: HP:0007305
//     help: Where they end.
//   longest:
//     type: integer
//     default: 2
//     least: 1
//     most: 3
//     help: How many steps at most.
MATCH p = (b:Entity {id: $outcome})-[*1..3]-(a:Entity)
WHERE a.compartment = $part AND size(relationships(p)) <= $longest
  AND all(n IN nodes(p) WHERE n:Entity)
  AND all(x IN relationships(p) WHERE x.supports + size(coalesce(x.asserted_in, [])) > 0)
RETURN size(relationships(p)) AS steps, [n IN reverse(nodes(p)) | n.name] AS way,
  [x IN reverse(relationships(p)) | type(x)] AS says,
  [x IN reverse(relationships(p)) | x.certainty] AS certainty,
  [x IN reverse(relationships(p)) | x.papers] AS papers,
  [n IN reverse(nodes(p)) | n.id] AS way_ids,
  [x IN reverse(relationships(p)) | x.id] AS claim_ids
ORDER BY steps, way, says, claim_ids LIMIT $limit
