// Every document with its version, and how far its load or its removal has come.
MATCH (d:Document)
RETURN d.id AS id, d.sha256 AS sha256, d.loader_version AS loader_version,
  coalesce(d.pending, false) AS pending, coalesce(d.written, 0) AS written,
  coalesce(d.removed, 0) AS removed
