// Whether there is any review.
MATCH (v:Review)
RETURN v.id AS id LIMIT 1
