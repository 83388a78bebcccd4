// Evidence to be reviewed: its claim, and the reviews it has.
MATCH (e:Evidence {id: $id})
OPTIONAL MATCH (v:Review {evidence: e.id})
RETURN e.claim AS claim, collect(CASE WHEN v IS NULL THEN null ELSE properties(v) END) AS reviews
