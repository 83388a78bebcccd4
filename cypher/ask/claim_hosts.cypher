// Every host that a claim names.
MATCH (:Entity)-[r]->(:Entity) WHERE size(coalesce(r.hosts, [])) > 0
UNWIND r.hosts AS host
RETURN DISTINCT host ORDER BY host
