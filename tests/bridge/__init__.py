"""The py2neo bridge, an extra, on each engine."""
