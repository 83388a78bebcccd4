// How many relations are of a type.
MATCH ()-[r:__NAME__]->() RETURN count(r) AS number
