// What some documents cite, or are the text of, under the ids they give.
UNWIND $documents AS document
MATCH (d:Document {id: document})-[r:CITES|TEXT_OF]->(p:Publication)
RETURN DISTINCT document, r.given AS id, p.id AS publication
LIMIT $limit
