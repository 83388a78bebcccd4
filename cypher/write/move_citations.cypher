// Move CITES edges from the publication they were on to the one that has their id now.
UNWIND $rows AS row
MATCH (p:Publication {id: row.old})<-[r:CITES]-(d:Document)
WHERE r.given = row.given
MATCH (q:Publication {id: row.new})
CREATE (d)-[s:CITES]->(q) SET s = properties(r)
DELETE r
