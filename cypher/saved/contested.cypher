// Contested claims: who says yes, who says no
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.agreement IN ['contested', 'mixed', 'varies']
RETURN s.name AS subject, type(r) AS says, o.name AS object, r.agreement AS agreement,
  r.papers AS papers_for, r.refuting_papers AS papers_against, r.mentions AS mentions
ORDER BY papers_for + papers_against DESC, subject, says, object LIMIT 100
