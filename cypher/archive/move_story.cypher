// Leave a sign where a story was: its id leads to what was made of it.
MATCH (n:Story) WHERE n.id = $id OR n.moved_to = $id
SET n.moved_to = $to, n.json = null, n.title = null, n.snapshot = null
