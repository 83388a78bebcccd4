// The evidence of some documents, with its claims.
UNWIND $documents AS document
MATCH (d:Document {id: document})<-[:FOUND_IN]-(e:Evidence)
RETURN e.id AS id, e.claim AS claim
LIMIT $limit
