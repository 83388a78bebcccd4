// Add to what documents have brought.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.evidence = d.evidence + row.evidence, d.mentions = d.mentions + row.mentions,
  d.citations = d.citations + row.citations, d.definitions = d.definitions + row.definitions,
  d.assertions = d.assertions + row.assertions
