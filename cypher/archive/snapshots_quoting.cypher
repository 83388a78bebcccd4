// The snapshots that quote a document.
MATCH (n:Snapshot) WHERE n.moved_to IS NULL AND $document IN n.documents
RETURN n.id AS id, n.name AS name, n.notes AS notes, n.title AS title, n.created AS created,
  n.entities AS entities, n.claims AS claims, n.sources AS sources, n.struck AS struck,
  n.data_version AS data_version
ORDER BY n.created DESC, n.id
