// Every review.
MATCH (v:Review)
RETURN v.id AS id
