// Give entities what their misspellings, and hubs, are looked up by. One that a writer has named anew
// meanwhile keeps what the writer gave it.
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n.near_keys = coalesce(n.near_keys, row.near_keys),
  n.degree_digits = CASE WHEN n.degree >= 10 THEN size(toString(n.degree)) END
