// One snapshot without its value.
MATCH (n:Snapshot {id: $id})
RETURN n.id AS id, n.name AS name, n.notes AS notes, n.title AS title, n.created AS created,
  n.entities AS entities, n.claims AS claims, n.sources AS sources, n.struck AS struck,
  n.data_version AS data_version
