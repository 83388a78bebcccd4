// How many claims of databases some documents brought.
UNWIND $documents AS document
MATCH (d:Document {id: document})
RETURN document AS id, coalesce(d.assertions, 0) AS assertions
