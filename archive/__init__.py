"""What is kept beside the claims."""
