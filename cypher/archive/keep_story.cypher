// Keep a story under its id.
MERGE (n:Story {id: $id})
SET n.json = $json, n.title = $title, n.snapshot = $snapshot, n.steps = $steps, n.moved_to = null,
  n.created = coalesce(n.created, $created), n.changed = $changed
