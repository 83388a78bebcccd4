// Take away what a snapshot held.
MATCH (v:SnapshotValue {id: $id})
DELETE v
