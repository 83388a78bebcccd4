"""What is kept beside the claims: views frozen into snapshots with their citations."""
