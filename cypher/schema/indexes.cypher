// What is looked up by something other than its id.
CREATE INDEX evidence_claim IF NOT EXISTS FOR (n:Evidence) ON (n.claim);
CREATE INDEX evidence_document IF NOT EXISTS FOR (n:Evidence) ON (n.document);
CREATE INDEX publication_pmid IF NOT EXISTS FOR (n:Publication) ON (n.pmid);
CREATE INDEX publication_doi IF NOT EXISTS FOR (n:Publication) ON (n.doi);
CREATE INDEX publication_title_key IF NOT EXISTS FOR (n:Publication) ON (n.title_key);
CREATE INDEX review_evidence IF NOT EXISTS FOR (n:Review) ON (n.evidence);
CREATE INDEX entity_degree_digits IF NOT EXISTS FOR (n:Entity) ON (n.degree_digits);
