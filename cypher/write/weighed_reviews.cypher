// The reviews of evidence, latest first.
UNWIND $ids AS id
MATCH (v:Review {evidence: id})
RETURN id, v.verdict AS verdict ORDER BY v.at DESC, v.id DESC
