// A write that is always rolled back: whether a login may write.
CREATE (n:Lease {id: 'doctor'})
