// Delete keys that no publication has any more.
UNWIND $keys AS key
MATCH (k:PublicationKey {id: key})
DETACH DELETE k
