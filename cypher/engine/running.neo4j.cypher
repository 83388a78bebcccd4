SHOW TRANSACTIONS YIELD transactionId, metaData
WHERE metaData.gutgraph = $mark
RETURN transactionId
