// Which of some entities other documents mention or define.
UNWIND $ids AS id
MATCH (n:Entity {id: id})<-[:MENTIONS|DEFINES]-(d:Document)
WHERE d.id <> $document
RETURN DISTINCT id
