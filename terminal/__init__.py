"""The commands of the terminal: one file per job, thin."""
