// Write the numbers of claims from their objects.
UNWIND $rows AS row
MATCH (o:Entity {id: row.object})<-[r:__TYPE__ {id: row.id}]-(:Entity {id: row.subject})
SET r = row.props
