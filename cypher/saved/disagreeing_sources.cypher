// title: Which sources disagree
// question: Which two sources contradict each other, and about what?
// topic: disagreement
// parameters:
//   about:
//     type: entity
//     default: MONDO:0005301
//     help: What they disagree about.
//   between:
//     type: choice
//     choices: [anything, publications]
//     default: anything
//     help: Whether pages and tables that cite no paper are sources too.
MATCH (:Entity {id: $about})-[r]-(:Entity)
WHERE r.agreement IN ['contested', 'varies']
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
MATCH (e:Evidence {claim: r.id, status: 'finding'})-[:FOUND_IN]->(d:Document)
WHERE e.certainty <> 'proposed' AND e.negation <> 'not_established'
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH s, r, o, e, d, v ORDER BY v.at, v.id
WITH s, r, o, e, d, collect(v.verdict) AS verdicts,
  [(e)-[:REPORTED_BY]->(p:Publication) | coalesce(p.retracted, false)] AS cited,
  [(d)-[:TEXT_OF]->(p:Publication) | coalesce(p.retracted, false)] AS own
WHERE coalesce(last(verdicts), '') <> 'rejected' AND NOT true IN own AND (size(cited) = 0 OR false IN cited)
WITH s, r, o, e, d
OPTIONAL MATCH (e)-[:REPORTED_BY]->(p:Publication) WHERE NOT coalesce(p.retracted, false)
WITH s, o, type(r) AS says, e, d, p
WHERE p IS NOT NULL OR $between = 'anything'
WITH DISTINCT s, o, says, e.stance AS stance, coalesce(p.title, d.title) AS source
ORDER BY s.id, o.id, says, stance, source
WITH s, o, collect({says: says, stance: stance, source: source}) AS said
UNWIND said AS yes
UNWIND said AS no
WITH s, o, yes, no
WHERE yes.stance = 'supports' AND yes.source <> no.source
  AND ((no.stance = 'refutes' AND no.says = yes.says)
    OR (no.stance = 'supports' AND [yes.says, no.says] IN [['DECREASED_IN', 'INCREASED_IN'],
      ['HIGHER_RISK_OF', 'LOWER_RISK_OF'], ['CAUSES', 'PREVENTS'], ['DECREASES', 'INCREASES']]))
WITH DISTINCT CASE WHEN yes.source < no.source THEN yes.source ELSE no.source END AS one_source,
  CASE WHEN yes.source < no.source THEN no.source ELSE yes.source END AS other_source,
  s.name + ' and ' + o.name AS about
ORDER BY one_source, other_source, about
RETURN one_source, other_source, count(about) AS disagreements, collect(about) AS about
ORDER BY disagreements DESC, one_source, other_source LIMIT $limit
