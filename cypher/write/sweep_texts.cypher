// Delete the texts that no document has.
UNWIND $hashes AS sha256
MATCH (t:Text {sha256: sha256})
WHERE NOT EXISTS { (t)<-[:HAS_TEXT]-() }
DELETE t
