// How many nodes have a label.
MATCH (n:__NAME__) RETURN count(n) AS number
