// Leave out what rests on retracted papers alone
// Evidence that cites nothing stays; so does what another paper still carries.
MATCH (e:Evidence {claim: 'NCBITaxon:239934~INCREASED_IN~MONDO:0005301'})
OPTIONAL MATCH (e)-[:REPORTED_BY]->(p:Publication)
WITH e, collect(p.retracted) AS retracted
WHERE size(retracted) = 0 OR any(one IN retracted WHERE NOT coalesce(one, false))
RETURN e.stance AS stance, e.quote AS quote, size(retracted) AS publications
ORDER BY stance, quote
