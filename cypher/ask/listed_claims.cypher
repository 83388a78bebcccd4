// A page of the claims that are asked for, largest first (or ASC, for the smallest).
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.supports + r.refutes + size(coalesce(r.asserted_in, [])) + size(coalesce(r.denied_in, [])) > 0
  AND (size($agreements) = 0 OR r.agreement IN $agreements)
  AND (size($certainties) = 0 OR r.certainty IN $certainties)
  AND r.papers + r.refuting_papers >= $papers
  AND (size($predicates) = 0 OR type(r) IN $predicates)
  AND (size($stances) = 0 OR ('supports' IN $stances AND r.supports > 0)
    OR ('refutes' IN $stances AND r.refutes > 0))
  AND ($since IS NULL OR r.last_year >= $since) AND ($until IS NULL OR r.first_year <= $until)
  AND (NOT $by_host OR any(host IN coalesce(r.hosts, []) WHERE host IN $hosts))
  AND (size($study_types) = 0 OR any(one IN coalesce(r.study_types, []) WHERE one IN $study_types))
  AND (size($categories) = 0 OR s.category IN $categories OR o.category IN $categories)
  AND NOT s.category IN $hidden_categories AND NOT o.category IN $hidden_categories
  AND all(part IN $parts WHERE s.search_text CONTAINS part OR o.search_text CONTAINS part)
  AND (size($documents) = 0 OR $stated[r.id] IS NOT NULL
    OR any(one IN coalesce(r.asserted_in, []) + coalesce(r.denied_in, [])
      WHERE any(document IN $documents WHERE one STARTS WITH document + '|')))
WITH s, r, o, CASE $sort
  WHEN 'papers' THEN r.papers + r.refuting_papers
  WHEN 'refuting_papers' THEN r.refuting_papers
  WHEN 'supports' THEN r.supports
  WHEN 'refutes' THEN r.refutes
  WHEN 'mentions' THEN r.mentions
  WHEN 'databases' THEN size(coalesce(r.databases, []))
  WHEN 'certainty' THEN CASE r.certainty
    WHEN 'asserted' THEN 3 WHEN 'suggested' THEN 2 WHEN 'proposed' THEN 1 ELSE 0 END
  WHEN 'agreement' THEN r.papers + r.refuting_papers + 1000000 * CASE r.agreement
    WHEN 'contested' THEN 3 WHEN 'mixed' THEN 2 WHEN 'varies' THEN 1 ELSE 0 END
  WHEN 'first_year' THEN coalesce(r.first_year, CASE WHEN $descending THEN 0 ELSE 9999 END)
  WHEN 'last_year' THEN coalesce(r.last_year, CASE WHEN $descending THEN 0 ELSE 9999 END)
  WHEN 'subject' THEN s.name
  WHEN 'object' THEN o.name
  ELSE type(r) END AS rank
ORDER BY rank DESC, r.id SKIP $offset LIMIT $limit
RETURN properties(r) AS claim, s.name AS subject, s.category AS subject_category,
  o.name AS object, o.category AS object_category
