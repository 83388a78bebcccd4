// Who asserts and who denies the claims about some subjects.
UNWIND $ids AS id
MATCH (s:Entity {id: id})-[r]->(:Entity)
WHERE size(r.asserted_in) > 0 OR size(r.denied_in) > 0
RETURN r.id AS id, r.asserted_in AS asserted, r.denied_in AS denied
