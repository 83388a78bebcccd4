// What a source says has not been shown
MATCH (e:Evidence {negation: 'not_established'})-[:FOUND_IN]->(d:Document)
MATCH (e)-[:SUBJECT]->(s:Entity)
MATCH (e)-[:OBJECT]->(o:Entity)
RETURN s.name AS subject, e.predicate AS says, o.name AS object, e.quote AS quote, d.title AS document
ORDER BY document, subject, says, object, quote LIMIT 100
