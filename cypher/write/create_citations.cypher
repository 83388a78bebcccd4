// Say which publications documents cite, and what they say of them.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (p:Publication {id: row.publication})
CREATE (d)-[r:CITES]->(p) SET r = row.props
