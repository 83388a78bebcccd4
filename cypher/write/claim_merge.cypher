// Create the claims that are missing, from their subjects; lock those that are there and say which.
// The digits before the degree: engines differ in whether a later item sees what an earlier one set.
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})
MATCH (o:Entity {id: row.object})
MERGE (s)-[r:__TYPE__ {id: row.id}]->(o)
ON CREATE SET r = row.props,
  s.degree_digits = CASE WHEN coalesce(s.degree, 0) >= 9 THEN size(toString(s.degree + 1)) END,
  s.degree = coalesce(s.degree, 0) + 1,
  o.degree_digits = CASE WHEN coalesce(o.degree, 0) >= 9 THEN size(toString(o.degree + 1)) END,
  o.degree = coalesce(o.degree, 0) + 1
ON MATCH SET r.lock = true
WITH r WHERE r.lock
RETURN r.id AS id, r.asserted_in AS asserted_in, r.denied_in AS denied_in
