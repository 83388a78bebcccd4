"""BugSigDB: published signatures of which taxa differ between two groups."""
