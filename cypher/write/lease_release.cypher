// Give the lease back, if it is still ours.
MATCH (l:Lease {id: 'writer'}) WHERE l.token = $token
SET l.token = null, l.user = null, l.host = null, l.pid = null, l.expires = null, l.lock = null,
  l.space = null, l.born = null
