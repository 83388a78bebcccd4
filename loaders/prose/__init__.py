"""Prose to claims: lexicon, patterns and cues as YAML, and the small engine that runs them."""
