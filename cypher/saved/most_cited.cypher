// Publications that most statements rest on
MATCH (p:Publication)<-[:REPORTED_BY]-(e:Evidence)
RETURN p.id AS publication, p.title AS title, p.year AS year, p.kind AS kind,
  p.retracted AS retracted, count(e) AS statements
ORDER BY statements DESC, publication LIMIT 50
