// Take the lease if nobody has it or its owner has not renewed it; say whose it is after that.
MERGE (l:Lease {id: 'writer'})
SET l.lock = $token
WITH l, l.token IS NULL OR l.expires < $now AS free
SET l.user = CASE WHEN free THEN $user ELSE l.user END,
  l.host = CASE WHEN free THEN $host ELSE l.host END,
  l.pid = CASE WHEN free THEN $pid ELSE l.pid END,
  l.expires = CASE WHEN free THEN $expires ELSE l.expires END,
  l.token = CASE WHEN free THEN $token ELSE l.token END
RETURN l.token AS token, l.user AS user, l.host AS host, l.pid AS pid
