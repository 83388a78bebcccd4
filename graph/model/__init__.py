"""What a claim is: identities, records, counting, vocabulary. Pure: no store, no user's files."""
