// Keep a snapshot under its id; kept again, it keeps when it first was, and the name it had if none is given.
MERGE (n:Snapshot {id: $id})
SET n.json = null, n.title = $title, n.entities = $entities, n.claims = $claims,
  n.sources = $sources, n.struck = $struck, n.data_version = $data_version,
  n.documents = $documents, n.moved_to = null,
  n.created = coalesce(n.created, $created),
  n.name = CASE WHEN $name = '' THEN coalesce(n.name, '') ELSE $name END,
  n.notes = CASE WHEN $notes = '' THEN coalesce(n.notes, '') ELSE $notes END
