// Take the lease if nobody has it, its owner has not renewed it or is dead; say whose it is then.
MERGE (l:Lease {id: 'writer'})
SET l.lock = $token
WITH l, l.token IS NULL OR l.token = $dead OR l.expires < $now AS free
SET l.user = CASE WHEN free THEN $user ELSE l.user END,
  l.host = CASE WHEN free THEN $host ELSE l.host END,
  l.pid = CASE WHEN free THEN $pid ELSE l.pid END,
  l.space = CASE WHEN free THEN $space ELSE l.space END,
  l.born = CASE WHEN free THEN $born ELSE l.born END,
  l.expires = CASE WHEN free THEN $expires ELSE l.expires END,
  l.token = CASE WHEN free THEN $token ELSE l.token END
RETURN l.token AS token, l.user AS user, l.host AS host, l.pid AS pid
