// How many snapshots there are.
MATCH (n:Snapshot) WHERE n.moved_to IS NULL
RETURN count(n) AS number
