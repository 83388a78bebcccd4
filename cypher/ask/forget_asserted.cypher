// Who asserts and who denies some claims of some entities.
UNWIND $rows AS row
MATCH (n:Entity {id: row.end})-[r]-(:Entity)
WHERE r.id IN row.claims
RETURN DISTINCT r.id AS claim, coalesce(r.asserted_in, []) + coalesce(r.denied_in, []) AS entries
