"""Tests of the saved queries: each has one right answer, on both engines."""
