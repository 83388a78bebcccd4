// Keep what a snapshot holds: apart from it, so that a list of snapshots does not read their values too.
MERGE (v:SnapshotValue {id: $id})
SET v.json = $json
