// Leave out what a reviewer rejected
// The latest verdict decides. Counts on a claim leave such evidence out already.
MATCH (e:Evidence {claim: 'NCBITaxon:239934~INCREASED_IN~MONDO:0005301'})
OPTIONAL MATCH (v:Review {evidence: e.id})
WITH e, v ORDER BY v.at, v.id
WITH e, last(collect(v.verdict)) AS verdict
WHERE coalesce(verdict, '') <> 'rejected'
RETURN e.stance AS stance, e.quote AS quote, coalesce(verdict, 'not judged') AS verdict
ORDER BY stance, quote
