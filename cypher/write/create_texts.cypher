// Say which publications documents are the text of, and what they say of them.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (p:Publication {id: row.publication})
CREATE (d)-[r:TEXT_OF]->(p) SET r = row.props
