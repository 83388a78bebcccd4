// Say which publications evidence rests on, under the ids that its document gives.
UNWIND $rows AS row
MATCH (e:Evidence {id: row.id})
MATCH (p:Publication {id: row.publication})
CREATE (e)-[:REPORTED_BY {given: row.given}]->(p)
