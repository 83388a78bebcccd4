"""What is kept beside the claims: snapshots and stories."""
