// Every document with its version.
MATCH (d:Document)
RETURN d.id AS id, d.sha256 AS sha256, d.loader_version AS loader_version
