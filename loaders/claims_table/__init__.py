"""The claims table: what a curator fills in, a row a piece of evidence."""
