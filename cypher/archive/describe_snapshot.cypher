// Name a snapshot and note something beside it; what it holds stays.
MATCH (n:Snapshot {id: $id}) WHERE n.moved_to IS NULL
SET n.name = $name, n.notes = $notes
RETURN n.id AS id
