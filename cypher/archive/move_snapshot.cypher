// Leave a sign where a snapshot was: what it held is gone, and its id leads to another.
MATCH (n:Snapshot) WHERE n.id = $id OR n.moved_to = $id
SET n.moved_to = $to, n.json = null, n.title = null, n.name = null, n.notes = null,
  n.documents = null
