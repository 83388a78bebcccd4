// A page of the snapshots, newest first, without their values.
MATCH (n:Snapshot) WHERE n.moved_to IS NULL
RETURN n.id AS id, n.name AS name, n.notes AS notes, n.title AS title, n.created AS created,
  n.entities AS entities, n.claims AS claims, n.sources AS sources, n.struck AS struck,
  n.data_version AS data_version
ORDER BY n.created DESC, n.id SKIP $skip LIMIT $limit
