// The claims that a document has statements on.
MATCH (d:Document {id: $document})<-[:FOUND_IN]-(e:Evidence)
RETURN DISTINCT e.claim AS claim
