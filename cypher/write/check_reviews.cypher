// A page of reviews.
MATCH (v:Review) WHERE v.id > $after
RETURN v.id AS id, properties(v) AS review ORDER BY id LIMIT $limit
