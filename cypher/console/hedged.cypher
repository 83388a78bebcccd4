// Sentences that hedge, with the words that do
MATCH (e:Evidence)
WHERE e.certainty <> 'asserted' AND e.cue <> ''
RETURN e.cue AS cue, e.certainty AS certainty, e.quote AS quote, e.claim AS claim_id
ORDER BY cue, quote LIMIT 40
