// Add to the number of claims of entities; of many, the number of its digits finds hubs by an index.
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
WITH n, coalesce(n.degree, 0) + row.change AS degree
SET n.degree = degree,
  n.degree_digits = CASE WHEN degree >= 10 THEN size(toString(degree)) END
