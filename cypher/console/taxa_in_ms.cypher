// Taxa that change in multiple sclerosis
MATCH (t:Taxon)-[r:INCREASED_IN|DECREASED_IN|ALTERED_IN]->(d:Entity {id: 'MONDO:0005301'})
RETURN t.name AS taxon, type(r) AS change, r.papers AS papers, r.refuting_papers AS against,
  r.agreement AS agreement, r.id AS claim_id
ORDER BY papers DESC, taxon, change
