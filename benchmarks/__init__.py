"""Measurements: ratios of ours to the bare driver, both in one run. Never part of the tests."""
