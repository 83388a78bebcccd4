// Whose the lease is.
MATCH (l:Lease {id: 'writer'})
RETURN l.token AS token, l.user AS user, l.host AS host, l.pid AS pid, l.expires AS expires,
  l.space AS space, l.born AS born
