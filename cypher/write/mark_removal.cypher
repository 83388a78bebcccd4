// A document is being taken away in parts: a load that finds it so begins anew.
MATCH (d:Document {id: $id})
SET d.pending = true, d.written = 0, d.removed = coalesce(d.removed, 0) + 1
