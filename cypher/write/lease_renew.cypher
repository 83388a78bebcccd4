// Move the expiry of a lease on, if it is still ours.
MATCH (l:Lease {id: 'writer'})
SET l.lock = $token
WITH l WHERE l.token = $token
SET l.expires = $expires
RETURN l.token AS token
