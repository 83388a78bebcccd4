// What a snapshot holds; one that an earlier version kept has it in itself.
MATCH (n:Snapshot {id: $id})
OPTIONAL MATCH (v:SnapshotValue {id: $id})
RETURN coalesce(v.json, n.json) AS json
