// Create the claims that are missing, from their objects; lock those that are there and say which.
UNWIND $rows AS row
MATCH (o:Entity {id: row.object})
MATCH (s:Entity {id: row.subject})
MERGE (o)<-[r:__TYPE__ {id: row.id}]-(s)
ON CREATE SET r = row.props, s.degree = coalesce(s.degree, 0) + 1,
  s.degree_digits = CASE WHEN s.degree >= 10 THEN size(toString(s.degree)) END,
  o.degree = coalesce(o.degree, 0) + row.more,
  o.degree_digits = CASE WHEN o.degree >= 10 THEN size(toString(o.degree)) END
ON MATCH SET r.lock = true
WITH r WHERE r.lock
RETURN r.id AS id, r.asserted_in AS asserted_in, r.denied_in AS denied_in
