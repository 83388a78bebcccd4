// title: Publications that most rests on
// question: On which publications do most statements rest?
// topic: sources
// parameters:
//   kind:
//     type: choice
//     choices: [any, primary, review, unknown]
//     default: any
//     help: "What kind of publication: a study of its own, a review, or one of unknown kind."
MATCH (p:Publication)<-[:REPORTED_BY]-(e:Evidence {status: 'finding'})
WHERE NOT coalesce(p.retracted, false)
  AND $kind IN ['any', CASE WHEN coalesce(p.kind, '') = '' THEN 'unknown' ELSE p.kind END]
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH p, e, v ORDER BY v.at, v.id
WITH p, e, collect(v.verdict) AS verdicts
WHERE coalesce(last(verdicts), '') <> 'rejected'
RETURN p.title AS title, p.year AS year, p.kind AS kind, count(e) AS statements,
  count(DISTINCT e.claim) AS claims, p.id AS publication
ORDER BY statements DESC, title, publication LIMIT $limit
