// Names as words, whole names as keys, and pieces of both; the embedded engine makes its own (fulltext.arcadedb.sql).
CREATE FULLTEXT INDEX entity_search_text IF NOT EXISTS FOR (n:Entity) ON EACH [n.search_text];
CREATE FULLTEXT INDEX entity_name_keys IF NOT EXISTS FOR (n:Entity) ON EACH [n.name_keys];
CREATE FULLTEXT INDEX entity_near_keys IF NOT EXISTS FOR (n:Entity) ON EACH [n.near_keys];
