// Of some evidence, find what is there already and free it of its edges.
UNWIND $ids AS id
MATCH (e:Evidence {id: id})
OPTIONAL MATCH (e)-[r:SUBJECT|OBJECT|FOUND_IN|REPORTED_BY]->()
DELETE r
RETURN DISTINCT id
