// Taxa that are more or less abundant in multiple sclerosis
MATCH (t:Entity)-[r:INCREASED_IN|DECREASED_IN]->(:Entity {id: 'MONDO:0005301'})
WHERE t.category = 'Taxon'
RETURN t.name AS taxon, type(r) AS change, r.papers AS papers, r.refuting_papers AS against,
  r.mentions AS mentions, r.agreement AS agreement, r.hosts AS hosts
ORDER BY papers DESC, mentions DESC, taxon, change
