// The claims whose evidence rests on some publications.
UNWIND $ids AS id
MATCH (p:Publication {id: id})<-[:REPORTED_BY]-(e:Evidence)
RETURN DISTINCT e.claim AS claim
