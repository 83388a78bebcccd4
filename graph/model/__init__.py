"""What a claim is: identities, records, counting and vocabulary. Pure: no store, no files of users."""
