// Every claim that counts of some subjects, as plain values: an id names its ends and predicate.
UNWIND $ids AS id
MATCH (s:Entity {id: id})-[r]->(o:Entity)
WHERE r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
RETURN r.id AS id, s.name AS subject, s.category AS subject_category,
  o.name AS object, o.category AS object_category, r.supports AS supports, r.refutes AS refutes,
  r.papers AS papers, r.refuting_papers AS refuting_papers, r.mentions AS mentions,
  r.certainty AS certainty, r.agreement AS agreement, r.hosts AS hosts,
  r.study_types AS study_types, r.first_year AS first_year, r.last_year AS last_year,
  r.asserted_in AS asserted_in, r.denied_in AS denied_in
