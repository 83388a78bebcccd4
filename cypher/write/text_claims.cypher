// The claims whose evidence stands in the text of some publications.
UNWIND $ids AS id
MATCH (p:Publication {id: id})<-[:TEXT_OF]-(:Document)<-[:FOUND_IN]-(e:Evidence)
RETURN DISTINCT e.claim AS claim
