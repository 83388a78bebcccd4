// A verdict on evidence; none is ever changed.
CREATE (v:Review {id: $id, evidence: $evidence, verdict: $verdict, reviewer: $reviewer,
  at: $at, note: $note})
