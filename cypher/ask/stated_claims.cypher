// The claims that some documents have evidence of.
UNWIND $documents AS document
MATCH (:Document {id: document})<-[:FOUND_IN]-(e:Evidence)
RETURN DISTINCT e.claim AS claim ORDER BY claim
