"""Tests of the prose loader."""
