"""Answers for programs: the JSON that routes and tools give, and how it is made. Pure."""
